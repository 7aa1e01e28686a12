package dev.touchstone.app.ui;

import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A discovery whose keys a test plugs in and pulls out. */
public final class Switchboard implements KeyDiscovery {

  private final List<KeyDevice> keys = new ArrayList<>();
  private final List<Consumer<KeyEvent>> listeners = new CopyOnWriteArrayList<>();

  public Switchboard(KeyDevice... keys) {
    this.keys.addAll(List.of(keys));
  }

  public synchronized void plugIn(KeyDevice key) {
    keys.add(key);
    listeners.forEach(listener -> listener.accept(new KeyEvent.Added(key)));
  }

  public synchronized void pullOut(KeyDevice key) {
    keys.remove(key);
    listeners.forEach(listener -> listener.accept(new KeyEvent.Removed(key)));
  }

  @Override
  public synchronized List<KeyDevice> list() {
    return List.copyOf(keys);
  }

  @Override
  public synchronized AutoCloseable watch(Consumer<KeyEvent> listener) {
    keys.forEach(key -> listener.accept(new KeyEvent.Added(key)));
    listener.accept(new KeyEvent.ListComplete());
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {}
}
