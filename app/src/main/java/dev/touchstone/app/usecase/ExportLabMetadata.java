package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.virtual.LabOffice;
import dev.touchstone.fixture.lab.LabException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the metadata of all models, in the format of the FIDO Metadata Service, for servers that
 * shall look the keys up.
 */
public final class ExportLabMetadata {

  private final LabOffice office;

  ExportLabMetadata(LabOffice office) {
    this.office = office;
  }

  /**
   * Writes it.
   *
   * @param statuses what is known of a model, as the specification writes it, by the model's id;
   *     the others are certified
   * @return the BLOB, a JWS in its compact form
   * @throws Failure if there is no such model or status, the laboratory's files cannot be used, or
   *     the file cannot be written
   */
  public String run(Path file, Map<String, String> statuses) throws Failure {
    String blob;
    try {
      blob = office.metadata(statuses);
    } catch (LabException e) {
      throw new Failure(Advisor.on(e), e);
    }
    ExportedFile.write(file, blob);
    return blob;
  }
}
