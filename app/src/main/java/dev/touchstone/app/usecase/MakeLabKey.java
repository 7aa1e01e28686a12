package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabKey;

/** Puts a new virtual key on the shelf, plugged in. */
public final class MakeLabKey {

  private final LabErrand errand;

  MakeLabKey(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * Makes it.
   *
   * @param name 1 to 40 letters, digits, - and _
   * @param model id of a {@link dev.touchstone.fixture.lab.LabModel}
   * @throws Failure if the name is taken or unusable, or there is no such model
   */
  public LabKey run(String name, String model) throws Failure {
    return errand.run(desk -> desk.make(name, model));
  }
}
