package dev.touchstone.app.cli;

import java.io.IOException;
import java.io.InputStream;

/**
 * Waits for Enter while something else goes on. It looks before it reads, so that it takes nothing
 * from the next question when it was closed first.
 */
final class EnterKey implements AutoCloseable {

  private static final long LOOK_EVERY_MILLIS = 40;

  private final Thread thread;

  private EnterKey(Thread thread) {
    this.thread = thread;
  }

  /** Runs the action once when a line has come. */
  static EnterKey await(InputStream in, Runnable pressed) {
    return new EnterKey(Thread.ofVirtual().name("enter-key").start(() -> look(in, pressed)));
  }

  private static void look(InputStream in, Runnable pressed) {
    try {
      while (true) {
        while (in.available() > 0) {
          if (in.read() == '\n') {
            pressed.run();
            return;
          }
        }
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      // Closed, or nobody can press Enter any more: the touch will time out by itself.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
