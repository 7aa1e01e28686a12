package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabListener;

/** Follows what the virtual keys do. */
public final class WatchLab {

  private final LabErrand errand;

  WatchLab(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * Tells every event from now on until the handle is closed.
   *
   * @throws Failure if no laboratory runs
   */
  public LabDesk.Watch run(LabListener listener) throws Failure {
    return errand.run(desk -> desk.watch(listener));
  }
}
