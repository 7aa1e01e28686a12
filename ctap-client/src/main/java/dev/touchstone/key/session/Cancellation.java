package dev.touchstone.key.session;

import java.util.ArrayList;
import java.util.List;

/**
 * One token that the front end makes and may fire; whoever can stop something subscribes.
 * Thread-safe.
 */
public final class Cancellation {

  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Fires the token, once; later calls do nothing. */
  public void cancel() {
    List<Runnable> toRun;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      toRun = List.copyOf(actions);
    }
    toRun.forEach(Runnable::run);
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Runs the action when the token fires, at once if it already has. The action must be quick and
   * must not throw.
   *
   * @return closes the subscription
   */
  public Subscription onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return () -> remove(action);
      }
    }
    action.run();
    return () -> {};
  }

  private synchronized void remove(Runnable action) {
    actions.remove(action);
  }

  /** Ends when closed. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
