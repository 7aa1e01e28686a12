package dev.touchstone.key;

import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes one stream of events out of several: one after the other, one ListComplete for all. */
final class MergedWatch {

  private final Consumer<KeyEvent> listener;
  private final List<AutoCloseable> parts = new ArrayList<>();
  private int listsOpen;
  private boolean closed;

  private MergedWatch(Consumer<KeyEvent> listener, int discoveries) {
    this.listener = listener;
    this.listsOpen = discoveries;
  }

  /** Ends when the returned handle is closed. */
  static AutoCloseable begin(List<KeyDiscovery> discoveries, Consumer<KeyEvent> listener) {
    MergedWatch merged = new MergedWatch(listener, discoveries.size());
    if (discoveries.isEmpty()) {
      listener.accept(new KeyEvent.ListComplete());
    }
    discoveries.forEach(discovery -> merged.parts.add(discovery.watch(merged::tell)));
    return merged::close;
  }

  private synchronized void tell(KeyEvent event) {
    if (closed) {
      return;
    }
    switch (event) {
      case KeyEvent.Added added -> listener.accept(added);
      case KeyEvent.Removed removed -> listener.accept(removed);
      case KeyEvent.ListComplete complete -> {
        listsOpen--;
        if (listsOpen == 0) {
          listener.accept(complete);
        }
      }
    }
  }

  private void close() throws Exception {
    synchronized (this) {
      closed = true;
    }
    for (AutoCloseable part : parts) {
      part.close();
    }
  }
}
