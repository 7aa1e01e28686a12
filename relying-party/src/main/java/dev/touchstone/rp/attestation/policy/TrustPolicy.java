package dev.touchstone.rp.attestation.policy;

import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.metadata.AuthenticatorStatus;
import dev.touchstone.rp.attestation.metadata.AuthenticatorStatus.Bearing;
import dev.touchstone.rp.attestation.metadata.CertificationLevel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which authenticators are taken.
 *
 * @param trustRequired only those whose attestation leads to a trust anchor
 * @param allowed only these models; all, where it is empty
 * @param denied none of these models, whether they are proven or only claimed
 * @param minimumCertification only models with FIDO's certification of at least this level
 * @param refusedStatuses no model of which the metadata report one of these words
 * @param enterprise what is made of attestation that tells one key apart
 */
public record TrustPolicy(
    boolean trustRequired,
    Set<UUID> allowed,
    Set<UUID> denied,
    Optional<CertificationLevel> minimumCertification,
    Set<String> refusedStatuses,
    Enterprise enterprise) {

  public TrustPolicy {
    allowed = sorted(allowed);
    denied = sorted(denied);
    refusedStatuses = sorted(refusedStatuses);
  }

  /**
   * Takes every authenticator, but none that FIDO calls dangerous: those statuses are there to be
   * acted upon (FIDO Metadata Service 3.1 §3.1.4).
   */
  public static TrustPolicy usual() {
    return new TrustPolicy(
        false, Set.of(), Set.of(), Optional.empty(), dangers(), Enterprise.ACCEPTED);
  }

  /** The words of the statuses that FIDO asks relying parties to act upon. */
  public static Set<String> dangers() {
    return Arrays.stream(AuthenticatorStatus.values())
        .filter(status -> status.bearing() == Bearing.DANGER)
        .map(AuthenticatorStatus::word)
        .collect(Collectors.toSet());
  }

  public TrustPolicy withTrustRequired(boolean required) {
    return new TrustPolicy(
        required, allowed, denied, minimumCertification, refusedStatuses, enterprise);
  }

  public TrustPolicy withAllowed(Set<UUID> models) {
    return new TrustPolicy(
        trustRequired, models, denied, minimumCertification, refusedStatuses, enterprise);
  }

  public TrustPolicy withDenied(Set<UUID> models) {
    return new TrustPolicy(
        trustRequired, allowed, models, minimumCertification, refusedStatuses, enterprise);
  }

  public TrustPolicy withMinimumCertification(Optional<CertificationLevel> level) {
    return new TrustPolicy(trustRequired, allowed, denied, level, refusedStatuses, enterprise);
  }

  public TrustPolicy withRefusedStatuses(Set<String> words) {
    return new TrustPolicy(trustRequired, allowed, denied, minimumCertification, words, enterprise);
  }

  public TrustPolicy withEnterprise(Enterprise wish) {
    return new TrustPolicy(
        trustRequired, allowed, denied, minimumCertification, refusedStatuses, wish);
  }

  /**
   * What speaks against an authenticator.
   *
   * @param today decides which status reports hold
   * @return nothing, if it is taken
   */
  public List<Objection> objections(AttestationReport report, LocalDate today) {
    return new PolicyCheck(this, report, today).objections();
  }

  /** Whether a model that is only claimed is as good as none. */
  boolean asksForProof() {
    return trustRequired || !allowed.isEmpty() || minimumCertification.isPresent();
  }

  private static <T extends Comparable<T>> Set<T> sorted(Collection<T> values) {
    return Collections.unmodifiableSet(new TreeSet<>(values));
  }
}
