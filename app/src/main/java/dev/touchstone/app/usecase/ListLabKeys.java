package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabPower;
import java.util.List;

/** The virtual keys on the shelf, plugged in or not. */
public final class ListLabKeys {

  private final LabErrand errand;

  ListLabKeys(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * Looks.
   *
   * @return the first key first, the others by name; damaged ones say why they cannot be used
   * @throws Failure if the shelf cannot be read
   */
  public List<LabKey> run() throws Failure {
    return errand.run(LabDesk::list);
  }

  /** Where the keys have their power from at the moment. */
  public LabPower power() throws Failure {
    return errand.run(LabDesk::power);
  }
}
