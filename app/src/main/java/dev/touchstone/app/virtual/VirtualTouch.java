package dev.touchstone.app.virtual;

/**
 * The finger on the virtual key. The front end calls {@link #touch()} when its button or Enter is
 * pressed while {@code touchWanted} is in force; a touch that nobody waits for does nothing, as on
 * a real key. Thread-safe.
 */
public final class VirtualTouch {

  private boolean automatic;
  private boolean touched;

  /** From now on the key touches itself as soon as it waits; false takes that back. */
  public synchronized void automatic(boolean on) {
    automatic = on;
    notifyAll();
  }

  public synchronized boolean isAutomatic() {
    return automatic || touched;
  }

  /** Touches the key, if it waits for that. */
  public synchronized void touch() {
    touched = true;
    notifyAll();
  }
}
