package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.inspect.Inspection;
import dev.touchstone.rp.inspect.InspectionException;
import dev.touchstone.rp.inspect.Inspector;

/** Finds out what pasted or stored data is, and spells it out. */
public final class InspectData {

  private final Inspector inspector;

  public InspectData(Inspector inspector) {
    this.inspector = inspector;
  }

  /**
   * Reads the data; nothing is kept.
   *
   * @param data as it was pasted or read: JSON, PEM, base64, base64url, hex or raw bytes
   * @throws Failure if nobody can tell what it is, or it is damaged or too large
   */
  public Inspection run(byte[] data) throws Failure {
    try {
      return inspector.inspect(data);
    } catch (InspectionException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
