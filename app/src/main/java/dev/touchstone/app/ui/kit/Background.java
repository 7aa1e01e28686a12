package dev.touchstone.app.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The way out of the window's thread and back to it: blocking work runs elsewhere, and what comes
 * of it is told on the window's thread. Everything that a view model does in the background goes
 * through here, so that a test can run it inline.
 */
public final class Background {

  private final Executor work;
  private final Executor window;

  /**
   * @param work runs what blocks
   * @param window runs what touches properties that a view is bound to
   */
  public Background(Executor work, Executor window) {
    this.work = work;
    this.window = window;
  }

  /** A virtual thread for each piece of work, and JavaFX's own thread for the window. */
  public static Background ofJavaFx() {
    return new Background(
        task -> Thread.ofVirtual().name("window-work").start(task), Platform::runLater);
  }

  /** Everything at once on the caller's thread. */
  public static Background inline() {
    return new Background(Runnable::run, Runnable::run);
  }

  /**
   * Runs {@code task} off the window's thread, then exactly one of the two on it. An {@link Error}
   * is not caught: it is a defect and belongs to the thread's uncaught exception handler.
   */
  public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<Exception> failed) {
    work.execute(() -> {
      T result;
      try {
        result = task.call();
      } catch (Exception e) {
        window.execute(() -> failed.accept(e));
        return;
      }
      window.execute(() -> done.accept(result));
    });
  }

  /** Runs {@code task} on the window's thread, soon. */
  public void onWindow(Runnable task) {
    window.execute(task);
  }
}
