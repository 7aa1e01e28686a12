package dev.touchstone.key.identity;

import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Mark;
import java.util.List;
import java.util.Optional;

/** The names that a person gave to keys. Thread-safe; asked often. */
public interface KeyLabels {

  /** Nobody gave any. */
  KeyLabels NONE =
      new KeyLabels() {
        @Override
        public Optional<KeyLabel> ofNumber(Mark.Serial serial) {
          return Optional.empty();
        }

        @Override
        public Optional<KeyLabel> ofLikeness(String likeness) {
          return Optional.empty();
        }
      };

  /** What a person should know about the names. */
  default List<Hint> hints() {
    return List.of();
  }

  /** The name of the one key that tells this number. */
  Optional<KeyLabel> ofNumber(Mark.Serial serial);

  /**
   * The name of a key that tells none.
   *
   * @param likeness as in {@link KeyDevice#likeness}
   */
  Optional<KeyLabel> ofLikeness(String likeness);
}
