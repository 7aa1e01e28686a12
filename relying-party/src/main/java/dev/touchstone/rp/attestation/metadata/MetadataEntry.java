package dev.touchstone.rp.attestation.metadata;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a BLOB says of one model (FIDO Metadata Service 3.1 §3.1.1). A model has one of three names,
 * by the protocol that it speaks.
 *
 * @param aaguid of a FIDO2 model
 * @param aaid of a UAF model
 * @param certificateKeyIdentifiers of a U2F model: SHA-1 of the public keys in its attestation
 *     certificates, lower-case hex
 * @param statement what the vendor says of it
 * @param statusReports what became known of it, as they stand: the oldest first
 * @param lastStatusChange when the reports last changed
 */
public record MetadataEntry(
    Optional<UUID> aaguid,
    Optional<String> aaid,
    List<String> certificateKeyIdentifiers,
    Optional<MetadataStatement> statement,
    List<StatusReport> statusReports,
    Optional<LocalDate> lastStatusChange) {

  public MetadataEntry {
    certificateKeyIdentifiers = List.copyOf(certificateKeyIdentifiers);
    statusReports = List.copyOf(statusReports);
  }

  /** AAGUID, AAID or the first key identifier; every entry of a BLOB has one. */
  public String id() {
    return aaguid
        .map(UUID::toString)
        .or(() -> aaid)
        .or(() -> certificateKeyIdentifiers.stream().findFirst())
        .orElse("(unnamed)");
  }

  /** The model's name, or its id where nobody gave it one. */
  public String description() {
    return statement
        .map(MetadataStatement::description)
        .filter(it -> !it.isBlank())
        .orElseGet(this::id);
  }

  /** Its status reports in one line, such as {@code FIDO_CERTIFIED_L1 since 2026-01-01}. */
  public String history() {
    return statusReports.isEmpty()
        ? "no status reports"
        : statusReports.stream()
            .map(it -> it.word() + it.effectiveDate().map(day -> " since " + day).orElse(""))
            .collect(Collectors.joining(", "));
  }

  /** The reports that hold on that day. */
  public List<StatusReport> reportsOn(LocalDate day) {
    return statusReports.stream().filter(report -> report.holdsOn(day)).toList();
  }

  /**
   * The level of certification that the model has on that day: the last one granted, unless it was
   * withdrawn since.
   */
  public Optional<CertificationLevel> certificationOn(LocalDate day) {
    Optional<CertificationLevel> level = Optional.empty();
    for (StatusReport report : reportsOn(day)) {
      Optional<CertificationLevel> granted = CertificationLevel.granted(report.word());
      if (granted.isPresent()) {
        level = granted;
      } else if (withdraws(report)) {
        level = Optional.empty();
      }
    }
    return level;
  }

  private static boolean withdraws(StatusReport report) {
    return report.word().equals(AuthenticatorStatus.REVOKED.word())
        || report.word().equals(AuthenticatorStatus.NOT_FIDO_CERTIFIED.word());
  }
}
