package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabKey;

/** The same memory twice: the clone that signature counters are there to catch. */
public final class CloneLabKey {

  private final LabErrand errand;

  CloneLabKey(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * Clones it. The original may be in use.
   *
   * @return the clone, not plugged in
   * @throws Failure if there is no such key, the name is taken or unusable, or the key is damaged
   */
  public LabKey run(String name, String newName) throws Failure {
    return errand.run(desk -> desk.clone(name, newName));
  }
}
