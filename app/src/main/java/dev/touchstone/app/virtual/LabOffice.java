package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.metadata.AuthenticatorStatus;
import dev.touchstone.fixture.key.metadata.MetadataBlob;
import dev.touchstone.fixture.key.metadata.StatusReport;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.bench.Bench;
import dev.touchstone.fixture.lab.shelf.Models;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /**
   * The metadata of all models, a JWS in its compact form.
   *
   * @param statuses what is known of a model, as the specification writes it, by the model's id
   * @throws LabException NO_SUCH_MODEL; BAD_REQUEST, if there is no such status; FAILED
   */
  public String metadata(Map<String, String> statuses) throws LabException {
    LocalDate today = LocalDate.ofInstant(bench.clock().instant(), ZoneOffset.UTC);
    Map<String, List<StatusReport>> reports = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : statuses.entrySet()) {
      String model = Models.get(entry.getKey()).id();
      reports.put(
          model, List.of(StatusReport.USUAL, new StatusReport(status(entry.getValue()), today)));
    }
    Laboratory vendor = vendor();
    try {
      return MetadataBlob.build(vendor, KeyModels.all(), reports, bench.clock());
    } catch (IOException e) {
      throw new LabException(
          LabException.Kind.FAILED,
          "The laboratory's files cannot be used (%s).".formatted(e.getMessage()),
          "Check that you may read and write there and that there is space left.",
          e);
    }
  }

  private static AuthenticatorStatus status(String word) throws LabException {
    return AuthenticatorStatus.of(word)
        .orElseThrow(() ->
            new LabException(
                LabException.Kind.BAD_REQUEST,
                "There is no status '%s'.".formatted(word),
                "There is: %s."
                    .formatted(
                        Arrays.stream(AuthenticatorStatus.values())
                            .map(AuthenticatorStatus::word)
                            .collect(Collectors.joining(", ")))));
  }

  private Laboratory vendor() throws LabException {
    try {
      return bench.vendor().open();
    } catch (IOException e) {
      throw new LabException(LabException.Kind.FAILED, String.valueOf(e.getMessage()), "", e);
    }
  }
}
