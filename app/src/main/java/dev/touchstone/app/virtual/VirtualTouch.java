package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.touch.FingerPrompt;
import dev.touchstone.fixture.key.touch.FingerprintSensor;
import dev.touchstone.fixture.key.touch.TouchPrompt;
import dev.touchstone.fixture.key.touch.TouchSensor;
import org.jspecify.annotations.Nullable;

/**
 * The finger on the virtual key. The front end calls {@link #touch()} when its button or Enter is
 * pressed while {@code touchWanted} is in force; a touch that nobody waits for does nothing, as on
 * a real key. Thread-safe.
 */
public final class VirtualTouch implements TouchSensor, FingerprintSensor {

  private int finger = 1;
  private boolean automatic;
  private boolean unattended;
  private @Nullable Runnable waiting;

  /** From now on the key touches itself as soon as it waits; false takes that back. */
  public synchronized void automatic(boolean on) {
    automatic = on;
    unattended = false;
    if (on) {
      touch();
    }
  }

  /**
   * Nobody sits before this program. Keys that it gives power touch themselves from now on; one
   * that another program holds is touched as is set there.
   */
  public synchronized void unattended() {
    automatic(true);
    unattended = true;
  }

  public synchronized boolean isUnattended() {
    return unattended;
  }

  public synchronized boolean isAutomatic() {
    return automatic;
  }

  /** Touches the key, if it waits for that. */
  public synchronized void touch() {
    if (waiting != null) {
      waiting.run();
      waiting = null;
    }
  }

  @Override
  public void blink(TouchPrompt prompt) {
    giveTo(prompt::touch);
  }

  /** This finger on a key that another program holds. */
  TouchSensor elsewhere() {
    return prompt -> {
      if (!isUnattended()) {
        blink(prompt);
      }
    };
  }

  /** From now on another finger is used, as a person would whose first one the key knows. */
  public synchronized void takeAnotherFinger() {
    finger++;
  }

  /** Which finger it is now, from 1; only a fingerprint sensor tells them apart. */
  synchronized int finger() {
    return finger;
  }

  @Override
  public void await(FingerPrompt prompt) {
    giveTo(() -> prompt.present("finger " + finger())); // the laboratory calls it the same
  }

  private synchronized void giveTo(Runnable touch) {
    if (automatic) {
      touch.run();
    } else {
      waiting = touch;
    }
  }
}
