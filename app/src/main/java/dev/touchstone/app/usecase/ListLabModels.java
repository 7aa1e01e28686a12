package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabModel;
import java.util.List;

/** The kinds of virtual keys that can be made. */
public final class ListLabModels {

  private final LabErrand errand;

  ListLabModels(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * Looks.
   *
   * @throws Failure if the laboratory cannot be asked
   */
  public List<LabModel> run() throws Failure {
    return errand.run(LabDesk::models);
  }
}
