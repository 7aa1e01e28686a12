package dev.touchstone.app.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Keeps the window from standing in its own way: a key that is being read, because it was just
 * plugged in, is in use for a moment, and a ceremony that starts in that moment waits for it.
 */
public final class KeyTurn {

  private final Semaphore reader = new Semaphore(1, true);

  /** Reads something from a key. */
  public <T> T read(Callable<T> reading) throws Exception {
    reader.acquireUninterruptibly();
    try {
      return reading.call();
    } finally {
      reader.release();
    }
  }

  /** Returns when nothing is being read. */
  public void awaitReader() {
    reader.acquireUninterruptibly();
    reader.release();
  }
}
