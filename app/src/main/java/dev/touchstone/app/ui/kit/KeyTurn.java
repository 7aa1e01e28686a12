package dev.touchstone.app.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Keeps the window from standing in its own way: a key that is being read, because it was just
 * plugged in, is in use for a moment, and a ceremony that starts in that moment waits for it. So
 * does whoever wants a key that is still being closed.
 */
public final class KeyTurn {

  private final Semaphore reader = new Semaphore(1, true);
  private int closing;

  /** Reads something from a key. */
  public <T> T read(Callable<T> reading) throws Exception {
    reader.acquireUninterruptibly();
    try {
      awaitClosed();
      return reading.call();
    } finally {
      reader.release();
    }
  }

  /** Returns when nothing is being read, and no key is being closed. */
  public void awaitReader() {
    reader.acquireUninterruptibly();
    reader.release();
    awaitClosed();
  }

  /** A key is about to be closed; whoever says so says {@link #closed} afterwards. */
  public synchronized void closing() {
    closing++;
  }

  /** A key was closed. */
  public synchronized void closed() {
    closing--;
    notifyAll();
  }

  private synchronized void awaitClosed() {
    boolean interrupted = false;
    while (closing > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
