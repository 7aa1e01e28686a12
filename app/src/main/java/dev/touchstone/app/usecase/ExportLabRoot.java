package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.virtual.LabOffice;
import dev.touchstone.fixture.lab.LabException;
import java.nio.file.Path;
import java.util.Optional;

/** Gives away the certificates that every virtual key's attestation leads to. */
public final class ExportLabRoot {

  private final LabOffice office;

  ExportLabRoot(LabOffice office) {
    this.office = office;
  }

  /**
   * What was given away.
   *
   * @param pem the root and the intermediates, the root first
   * @param file where it was written; empty if nowhere
   */
  public record Result(String pem, Optional<Path> file) {}

  /**
   * Reads them, and writes them to the file if one is named.
   *
   * @throws Failure if the laboratory's files cannot be used, or the file cannot be written
   */
  public Result run(Optional<Path> file) throws Failure {
    String pem;
    try {
      pem = office.certificates();
    } catch (LabException e) {
      throw new Failure(Advisor.on(e), e);
    }
    if (file.isPresent()) {
      ExportedFile.write(file.get(), pem);
    }
    return new Result(pem, file);
  }
}
