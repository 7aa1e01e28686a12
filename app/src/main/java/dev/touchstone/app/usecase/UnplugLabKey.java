package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabKey;

/** Pulls a virtual key out; where a laboratory runs, in the middle of a command too. */
public final class UnplugLabKey {

  private final LabErrand errand;

  UnplugLabKey(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * Pulls it out, if it is in.
   *
   * @return the key as it is now
   * @throws Failure if there is no such key, or no laboratory runs and another program has it open
   */
  public LabKey run(String name) throws Failure {
    return errand.run(desk -> {
      desk.unplug(name);
      return desk.key(name);
    });
  }
}
