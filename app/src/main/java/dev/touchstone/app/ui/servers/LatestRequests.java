package dev.touchstone.app.ui.servers;

import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.rp.http.operation.SeenRequest;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The requests that were answered last, the newest first. They come in the threads of requests, and
 * go to the window's thread together: however many come, one task at a time waits there.
 */
final class LatestRequests {

  /** As many as a person looks through. */
  static final int KEPT = 200;

  private final Background background;
  private final ObservableList<SeenRequest> shown = FXCollections.observableArrayList();
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final Object lock = new Object();
  private List<SeenRequest> waiting = new ArrayList<>();
  private long since;

  LatestRequests(Background background) {
    this.background = background;
  }

  ObservableList<SeenRequest> shown() {
    return shown;
  }

  /** How many there were, those included that are no longer shown. */
  ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** One more, from any thread. */
  void add(SeenRequest request) {
    boolean first;
    synchronized (lock) {
      first = waiting.isEmpty();
      if (waiting.size() == KEPT) {
        waiting.removeFirst();
      }
      waiting.add(request);
      since++;
    }
    if (first) {
      background.onWindow(this::show);
    }
  }

  /** Forgets them, on the window's thread. */
  void clear() {
    synchronized (lock) {
      waiting.clear();
      since = 0;
    }
    shown.clear();
    total.set(0);
  }

  private void show() {
    List<SeenRequest> fresh;
    long more;
    synchronized (lock) {
      fresh = waiting;
      waiting = new ArrayList<>();
      more = since;
      since = 0;
    }
    shown.addAll(0, fresh.reversed());
    if (shown.size() > KEPT) {
      shown.remove(KEPT, shown.size());
    }
    total.set(total.get() + more);
  }
}
