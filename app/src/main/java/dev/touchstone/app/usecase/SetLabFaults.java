package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.key.fault.FaultScript;

/** What a virtual key is to do wrong. */
public final class SetLabFaults {

  private final LabErrand errand;

  SetLabFaults(LabErrand errand) {
    this.errand = errand;
  }

  /**
   * What it is told to do wrong.
   *
   * @throws Failure if there is no such key
   */
  public FaultScript now(String name) throws Failure {
    return errand.run(desk -> desk.faults(name));
  }

  /**
   * From now on it commits the faults of this script and no others.
   *
   * @throws Failure if there is no such key
   */
  public FaultScript run(String name, FaultScript script) throws Failure {
    errand.order(desk -> desk.misbehave(name, script));
    return script;
  }
}
