package dev.touchstone.key.transport.watch;

import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns one list of keys after the other into what came and what went. */
final class ListComparison {

  private final Consumer<KeyEvent> listener;
  private Map<String, KeyDevice> known = Map.of();
  private boolean complete;

  ListComparison(Consumer<KeyEvent> listener) {
    this.listener = listener;
  }

  void next(List<KeyDevice> devices) {
    Map<String, KeyDevice> now = new LinkedHashMap<>();
    devices.forEach(device -> now.put(device.path(), device));
    known.forEach((path, device) -> {
      if (!now.containsKey(path)) {
        listener.accept(new KeyEvent.Removed(device));
      }
    });
    now.forEach((path, device) -> {
      if (!known.containsKey(path)) {
        listener.accept(new KeyEvent.Added(device));
      }
    });
    known = now;
    if (!complete) {
      complete = true;
      listener.accept(new KeyEvent.ListComplete());
    }
  }
}
