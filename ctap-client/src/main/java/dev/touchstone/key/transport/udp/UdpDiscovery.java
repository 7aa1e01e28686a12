package dev.touchstone.key.transport.udp;

import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import java.util.List;
import java.util.function.Consumer;

/** "Finds" the simulators that were named, running or not. */
public final class UdpDiscovery implements KeyDiscovery {

  private final List<KeyDevice> keys;

  /**
   * @param simulators each named once; a second time counts for nothing
   */
  public UdpDiscovery(List<SimulatorAddress> simulators) {
    this.keys = simulators.stream().distinct().<KeyDevice>map(SimulatorKey::new).toList();
  }

  @Override
  public List<KeyDevice> list() {
    return keys;
  }

  @Override
  public AutoCloseable watch(Consumer<KeyEvent> listener) {
    Thread.ofVirtual()
        .name("simulators")
        .start(() -> {
          keys.forEach(key -> listener.accept(new KeyEvent.Added(key)));
          listener.accept(new KeyEvent.ListComplete());
        });
    return () -> {};
  }

  @Override
  public void close() {}
}
