package dev.touchstone.key.webauthn;

import dev.touchstone.key.session.Cancellation;
import java.time.Duration;

/** Runs something when time has passed: how a ceremony's timeout is kept. */
@FunctionalInterface
public interface Alarm {

  /**
   * Sets the alarm.
   *
   * @param action quick, must not throw; runs on any thread
   * @return switches the alarm off when closed
   */
  Cancellation.Subscription after(Duration delay, Runnable action);

  /** On the clock of the system. */
  static Alarm system() {
    return (delay, action) -> {
      Thread waiting =
          Thread.ofVirtual()
              .name("ceremony-timeout")
              .start(() -> {
                try {
                  Thread.sleep(delay);
                  action.run();
                } catch (InterruptedException e) {
                  // switched off
                }
              });
      return waiting::interrupt;
    };
  }
}
