package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.metadata.MetadataBlob;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a BLOB.
 *
 * @param checks everything that was looked at, in order
 * @param path the signer's certificates up to the root, as far as they are known
 * @param publisher whose it is; empty where nobody's that is known here
 * @param content what it says; empty unless it is believed
 */
public record JudgedBlob(
    List<BlobCheck> checks,
    List<PathElement> path,
    Optional<String> publisher,
    Optional<MetadataBlob> content) {

  public JudgedBlob {
    checks = List.copyOf(checks);
    path = List.copyOf(path);
  }

  /** Whether it may be used. */
  public boolean believed() {
    return content.isPresent();
  }

  /** The first reason not to believe it, a sentence; empty where there is none. */
  public String objection() {
    return checks.stream()
        .filter(check -> check.outcome() == BlobCheck.Outcome.FAILED)
        .map(BlobCheck::explanation)
        .findFirst()
        .orElse("");
  }
}
