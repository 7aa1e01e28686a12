package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.bench.Bench;
import java.io.IOException;

/** What the make-believe vendor of the virtual keys gives to servers that shall trust them. */
public final class LabOffice {

  private final Bench bench;

  public LabOffice(Bench bench) {
    this.bench = bench;
  }

  /**
   * The root and the intermediates in PEM, the root first.
   *
   * @throws LabException FAILED, if the vendor's files cannot be used
   */
  public String certificates() throws LabException {
    return vendor().bundlePem();
  }

  private Laboratory vendor() throws LabException {
    try {
      return bench.vendor().open();
    } catch (IOException e) {
      throw new LabException(
          LabException.Kind.FAILED, String.valueOf(e.getMessage()), "", e);
    }
  }
}
