package dev.touchstone.app.ui.keys;

import dev.touchstone.app.ui.keys.PinChangeViewModel.Job;
import dev.touchstone.key.manage.NewPinRules;
import dev.touchstone.key.session.Pin;
import java.util.Optional;

/**
 * What stands in the fields. Wiped when closed.
 *
 * @param current the PIN that the key has; empty where it has none
 * @param fresh the PIN that it is to have
 * @param again the same once more, against mistyping
 */
record TypedPins(Optional<Pin> current, Pin fresh, Pin again) implements AutoCloseable {

  /** As {@link #missing(NewPinRules)}; a PIN that is only verified has no new one beside it. */
  Optional<String> missing(Job job, NewPinRules rules) {
    return switch (job) {
      case SET, CHANGE -> missing(rules);
      case VERIFY ->
          current.filter(pin -> pin.codePoints() > 0).isPresent()
              ? Optional.empty()
              : Optional.of("Type the PIN.");
    };
  }

  /** What is still to be done before a key can be asked; empty when nothing is. */
  Optional<String> missing(NewPinRules rules) {
    if (current.isPresent() && current.get().codePoints() == 0) {
      return Optional.of("Type the current PIN first.");
    }
    if (fresh.codePoints() == 0) {
      return Optional.of(
          "The new PIN needs at least %d characters.".formatted(rules.minimumLength()));
    }
    return rules.brokenBy(fresh).map(rules::sentence).or(this::difference);
  }

  private Optional<String> difference() {
    if (fresh.isSameAs(again)) {
      return Optional.empty();
    }
    return Optional.of(
        again.codePoints() < fresh.codePoints()
            ? "Type the new PIN once more."
            : "The two new PINs are not the same.");
  }

  @Override
  public void close() {
    current.ifPresent(Pin::destroy);
    fresh.destroy();
    again.destroy();
  }
}
