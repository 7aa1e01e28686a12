package dev.touchstone.rp.attestation.metadata;

import dev.touchstone.rp.attestation.metadata.AuthenticatorStatus.Bearing;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that became known of a model (FIDO Metadata Service 3.1 §3.1.3).
 *
 * @param word the status as it stands in the BLOB, known to this program or not
 * @param effectiveDate since when it holds; always, where there is none
 * @param authenticatorVersion the firmware to which it applies; all, where there is none
 * @param batchCertificate the attestation certificate that is compromised, base64 of DER; all of
 *     the model, where there is none
 * @param url where to read more
 * @param certificationDescriptor what exactly was certified
 * @param certificateNumber of the certification
 */
public record StatusReport(
    String word,
    Optional<LocalDate> effectiveDate,
    OptionalLong authenticatorVersion,
    Optional<String> batchCertificate,
    Optional<String> url,
    Optional<String> certificationDescriptor,
    Optional<String> certificateNumber) {

  /** The status, if its word has a known meaning. */
  public Optional<AuthenticatorStatus> status() {
    return AuthenticatorStatus.of(word);
  }

  /** What it says of a model, a clause. */
  public String meaning() {
    return status()
        .map(AuthenticatorStatus::meaning)
        .orElse("a status that this program does not know; see the FIDO Metadata Service");
  }

  /** Whether FIDO asks relying parties to act upon it. */
  public boolean isDanger() {
    return status().filter(it -> it.bearing() == Bearing.DANGER).isPresent();
  }

  /** Whether it holds on that day. */
  public boolean holdsOn(LocalDate day) {
    return effectiveDate.filter(day::isBefore).isEmpty();
  }
}
