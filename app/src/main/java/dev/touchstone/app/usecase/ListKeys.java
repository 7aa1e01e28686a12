package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The keys that are plugged in, and the virtual one. */
public final class ListKeys {

  private final KeyRing ring;

  public ListKeys(KeyRing ring) {
    this.ring = ring;
  }

  /** The keys that are there now, hardware first. */
  public List<KeyDevice> run() {
    return ring.list();
  }

  /** What a person should know who misses a key, as of the last look at the wires. */
  public List<Hint> hints() {
    return ring.hints();
  }

  /**
   * The key of that name.
   *
   * @throws Failure if there is none
   */
  public KeyDevice run(String id) throws Failure {
    return new ChooseKey(ring).run(Optional.of(id));
  }

  /**
   * Tells every key that is there, {@link KeyEvent.ListComplete}, then each change until the handle
   * is closed. The listener is called on a thread of its own.
   */
  public AutoCloseable watch(Consumer<KeyEvent> listener) {
    return ring.watch(listener);
  }
}
