package dev.touchstone.app;

import dev.touchstone.key.session.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens on Ctrl-C (SIGINT) and on SIGTERM: the token fires, and the command gets a moment to
 * tell the key and to end in order. The JVM then ends with 130, as a shell expects.
 */
final class CtrlC {

  private static final long MOMENT_MILLIS = 2000;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook;

  private CtrlC(Cancellation cancellation) {
    this.hook = new Thread(() -> stop(cancellation), "ctrl-c");
  }

  static CtrlC watch(Cancellation cancellation) {
    CtrlC watch = new CtrlC(cancellation);
    Runtime.getRuntime().addShutdownHook(watch.hook);
    return watch;
  }

  /** The command has ended. */
  void over() {
    over.countDown();
    try {
      var _ = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Ctrl-C has come: the JVM is ending by itself, with the exit code of the signal.
    }
  }

  private void stop(Cancellation cancellation) {
    cancellation.cancel();
    try {
      var _ = over.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
