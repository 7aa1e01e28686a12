package dev.touchstone.app.ui.laboratory;

/**
 * Something that is read again whenever it may have changed: however often that is said while a
 * reading is under way, one more follows. Used on the window's thread.
 */
final class Coalesced {

  private final Reading reading;
  private boolean running;
  private boolean again;

  Coalesced(Reading reading) {
    this.reading = reading;
  }

  /** It may have changed. */
  void read() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    reading.begin(this::ended);
  }

  private void ended() {
    running = false;
    if (again) {
      again = false;
      read();
    }
  }

  /** Reads in the background. */
  @FunctionalInterface
  interface Reading {

    /**
     * Begins.
     *
     * @param ended called on the window's thread when it is over, however it went
     */
    void begin(Runnable ended);
  }
}
