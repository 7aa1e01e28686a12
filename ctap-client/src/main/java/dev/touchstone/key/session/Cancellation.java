package dev.touchstone.key.session;

import dev.touchstone.key.ctap.KeyException.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One token that the front end makes and may fire; whoever can stop something subscribes.
 * Thread-safe.
 */
public final class Cancellation {

  private final List<Runnable> actions = new ArrayList<>();
  private Stopped.@Nullable Why why;

  /** Fires the token because the person wants to stop, once; later calls do nothing. */
  public void cancel() {
    stop(Stopped.Why.CANCELLED);
  }

  /** Fires the token because the time ran out, once; later calls do nothing. */
  public void expire() {
    stop(Stopped.Why.TIMED_OUT);
  }

  public synchronized boolean isCancelled() {
    return why != null;
  }

  /** Why the token fired; empty while it has not. */
  public synchronized Optional<Stopped.Why> why() {
    return Optional.ofNullable(why);
  }

  /**
   * Goes on only while nobody wants to stop.
   *
   * @throws Stopped if the token has fired
   */
  public void check() throws Stopped {
    Optional<Stopped.Why> fired = why();
    if (fired.isPresent()) {
      throw new Stopped(fired.get());
    }
  }

  /**
   * Runs the action when the token fires, at once if it already has. The action must be quick and
   * must not throw.
   *
   * @return closes the subscription
   */
  public Subscription onCancel(Runnable action) {
    synchronized (this) {
      if (why == null) {
        actions.add(action);
        return () -> remove(action);
      }
    }
    action.run();
    return () -> {};
  }

  private void stop(Stopped.Why reason) {
    List<Runnable> toRun;
    synchronized (this) {
      if (why != null) {
        return;
      }
      why = reason;
      toRun = List.copyOf(actions);
    }
    toRun.forEach(Runnable::run);
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
