package dev.touchstone.app.virtual;

import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import java.util.List;
import java.util.function.Consumer;

/** "Finds" the virtual keys, which are always there. */
public final class VirtualKeys implements KeyDiscovery {

  private final List<KeyDevice> keys;

  public VirtualKeys(KeyDevice... keys) {
    this.keys = List.of(keys);
  }

  @Override
  public List<KeyDevice> list() {
    return keys;
  }

  @Override
  public AutoCloseable watch(Consumer<KeyEvent> listener) {
    Thread.ofVirtual()
        .name("virtual-keys")
        .start(() -> {
          keys.forEach(key -> listener.accept(new KeyEvent.Added(key)));
          listener.accept(new KeyEvent.ListComplete());
        });
    return () -> {};
  }

  @Override
  public void close() {}
}
