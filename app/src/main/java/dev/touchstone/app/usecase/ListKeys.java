package dev.touchstone.app.usecase;

import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import java.util.List;
import java.util.function.Consumer;

/** The keys that are plugged in, and the virtual one. */
public final class ListKeys {

  private final KeyDiscovery discovery;

  public ListKeys(KeyDiscovery discovery) {
    this.discovery = discovery;
  }

  /** The keys that are there now, hardware first. */
  public List<KeyDevice> run() {
    return discovery.list();
  }

  /**
   * Tells every key that is there, {@link KeyEvent.ListComplete}, then each change until the handle
   * is closed. The listener is called on a thread of its own.
   */
  public AutoCloseable watch(Consumer<KeyEvent> listener) {
    return discovery.watch(listener);
  }
}
