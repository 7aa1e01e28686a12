package dev.touchstone.key.transport;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the keys of one transport. */
public interface KeyDiscovery extends AutoCloseable {

  /** The keys that are there now, in a stable order. */
  List<KeyDevice> list();

  /**
   * Tells every key that is there, then {@link KeyEvent.ListComplete}, then each change until the
   * returned handle is closed. The listener is called on a thread of the discovery's own.
   */
  AutoCloseable watch(Consumer<KeyEvent> listener);

  /**
   * What a person should know who misses a key on this wire, as of the last look: why it cannot be
   * looked at, or what was found that is no key.
   */
  default List<Hint> hints() {
    return List.of();
  }

  /** Why the key of this id is not in the list, if this wire knows it; as of now. */
  default Optional<Hint> missing(String id) {
    return Optional.empty();
  }

  @Override
  void close();
}
