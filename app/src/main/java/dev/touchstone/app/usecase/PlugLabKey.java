package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabKey;

/** Plugs a virtual key in: a power-up. */
public final class PlugLabKey {

  private final LabErrand errand;

  PlugLabKey(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * Plugs it in, if it is not.
   *
   * @return the key as it is now
   * @throws Failure if there is no such key or it cannot be used
   */
  public LabKey run(String name) throws Failure {
    return errand.run(desk -> {
      desk.plug(name);
      return desk.key(name);
    });
  }
}
