package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.inspect.Inspection;

/** Finds out what pasted or stored data is, and spells it out. */
public final class InspectData {

  /**
   * Reads the data; nothing is kept.
   *
   * @param data as it was pasted or read: JSON, PEM, base64, base64url, hex or raw bytes
   * @throws Failure if nobody can tell what it is, or it is damaged or too large
   */
  public Inspection run(byte[] data) throws Failure {
    return Pending.of("data");
  }
}
