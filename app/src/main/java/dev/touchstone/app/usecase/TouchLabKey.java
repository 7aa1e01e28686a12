package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.Gesture;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.TouchedBy;

/** The finger on a virtual key under power. */
public final class TouchLabKey {

  private final LabErrand errand;

  TouchLabKey(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * Touches it, or declines to.
   *
   * @return whether the key was waiting for that; if not, nothing happened, as on a real key
   * @throws Failure if there is no such key, it is not plugged in, or no laboratory runs
   */
  public boolean run(String name, Gesture gesture) throws Failure {
    return errand.run(desk -> desk.touch(name, gesture));
  }

  /**
   * Says how the key gets its touches from now on.
   *
   * @return the key as it is now
   * @throws Failure if there is no such key
   */
  public LabKey by(String name, TouchedBy whom) throws Failure {
    return errand.run(desk -> {
      desk.touchedBy(name, whom);
      return desk.key(name);
    });
  }
}
