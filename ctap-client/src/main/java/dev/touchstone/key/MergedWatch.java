package dev.touchstone.key;

import dev.touchstone.key.identity.Census;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes one stream of events about keys out of several about devices: one after the other, one
 * ListComplete for all.
 */
final class MergedWatch {

  private final Census census;
  private final Consumer<KeyEvent> listener;
  private final List<AutoCloseable> parts = new ArrayList<>();
  private final List<Map<String, KeyDevice>> devices = new ArrayList<>();
  private Map<String, KeyDevice> told = Map.of();
  private int listsOpen;
  private boolean closed;

  private MergedWatch(Census census, Consumer<KeyEvent> listener) {
    this.census = census;
    this.listener = listener;
  }

  /** Ends when it is closed. */
  static MergedWatch begin(
      List<KeyDiscovery> discoveries, Census census, Consumer<KeyEvent> listener) {
    MergedWatch merged = new MergedWatch(census, listener);
    merged.begin(discoveries);
    return merged;
  }

  private void begin(List<KeyDiscovery> discoveries) {
    listsOpen = discoveries.size();
    if (discoveries.isEmpty()) {
      listener.accept(new KeyEvent.ListComplete());
    }
    discoveries.forEach(discovery -> devices.add(new LinkedHashMap<>()));
    for (int i = 0; i < discoveries.size(); i++) {
      Map<String, KeyDevice> own = devices.get(i);
      parts.add(discoveries.get(i).watch(event -> tell(event, own)));
    }
  }

  private synchronized void tell(KeyEvent event, Map<String, KeyDevice> own) {
    if (closed) {
      return;
    }
    switch (event) {
      case KeyEvent.Added(KeyDevice device) -> {
        own.put(device.id(), device);
        count();
      }
      case KeyEvent.Removed(KeyDevice device) -> {
        own.remove(device.id());
        count();
      }
      case KeyEvent.ListComplete complete -> {
        listsOpen--;
        if (listsOpen == 0) {
          listener.accept(complete);
        }
      }
    }
  }

  /** Tells what is different now, though nothing came or went: a name was given. */
  synchronized void lookAgain() {
    if (!closed) {
      count();
    }
  }

  private void count() {
    List<KeyDevice> all = devices.stream().flatMap(own -> own.values().stream()).toList();
    Map<String, KeyDevice> now = new LinkedHashMap<>();
    census.of(all).forEach(key -> now.put(key.id(), key));
    told.forEach((id, key) -> {
      if (!now.containsKey(id)) {
        listener.accept(new KeyEvent.Removed(key));
      }
    });
    now.forEach((id, key) -> {
      if (!key.equals(told.get(id))) {
        listener.accept(new KeyEvent.Added(key));
      }
    });
    told = now;
  }

  void close() throws Exception {
    synchronized (this) {
      closed = true;
    }
    for (AutoCloseable part : parts) {
      part.close();
    }
  }
}
