package dev.touchstone.rp.attestation.policy;

import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.CertificateText;
import dev.touchstone.rp.attestation.metadata.CertificationLevel;
import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.attestation.metadata.StatusReport;
import dev.touchstone.rp.attestation.policy.Objection.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One authenticator held against one policy, rule by rule. */
final class PolicyCheck {

  private final TrustPolicy policy;
  private final AttestationReport report;
  private final LocalDate today;
  private final UUID aaguid;
  private final List<Objection> objections = new ArrayList<>();

  PolicyCheck(TrustPolicy policy, AttestationReport report, LocalDate today) {
    this.policy = policy;
    this.report = report;
    this.today = today;
    this.aaguid = UUID.fromString(report.aaguid());
  }

  List<Objection> objections() {
    proof();
    models();
    certification();
    report.metadata().forEach(this::statuses);
    enterprise();
    return List.copyOf(objections);
  }

  private void proof() {
    if (policy.asksForProof() && !report.trusted()) {
      object(Rule.TRUST_REQUIRED, "The policy takes proven models only. " + report.sentence());
    }
  }

  private void models() {
    if (!policy.allowed().isEmpty() && !policy.allowed().contains(aaguid)) {
      object(
          Rule.ALLOWED_MODELS,
          "The policy allows %s, and this is %s. Add it to the allowed models if it shall be taken."
              .formatted(counted(policy.allowed().size()), model()));
    }
    if (policy.denied().contains(aaguid)) {
      object(
          Rule.DENIED_MODELS,
          "The policy denies the model %s. Use a key of another model.".formatted(model()));
    }
  }

  private void certification() {
    if (policy.minimumCertification().isEmpty()) {
      return;
    }
    CertificationLevel asked = policy.minimumCertification().get();
    Optional<CertificationLevel> best =
        report.metadata().stream()
            .map(listed -> listed.entry().certificationOn(today))
            .flatMap(Optional::stream)
            .max(CertificationLevel::compareTo);
    if (best.filter(level -> level.reaches(asked)).isEmpty()) {
      object(
          Rule.CERTIFICATION,
          "The policy asks for FIDO's certification of level %s, and %s. Use a certified key, or fetch newer metadata if it was certified since."
              .formatted(
                  asked.word(),
                  best.map(level -> "the model has level " + level.word())
                      .orElse(
                          report.metadata().isEmpty()
                              ? "the metadata that are kept do not list this model"
                              : "the model has none")));
    }
  }

  private void statuses(Metadata.Listed listed) {
    for (StatusReport status : listed.entry().reportsOn(today)) {
      if (policy.refusedStatuses().contains(status.word()) && concerns(status)) {
        object(
            Rule.STATUS,
            "%s say %s of the model %s%s: %s."
                .formatted(
                    sentence(listed.origin()),
                    status.word(),
                    listed.entry().description(),
                    status.effectiveDate().map(day -> " since " + day).orElse(""),
                    status.meaning()));
      }
    }
  }

  /** A compromised batch is named by its certificate; the other batches of the model are good. */
  private boolean concerns(StatusReport status) {
    return status
        .batchCertificate()
        .flatMap(CertificateText::fingerprintOfBase64)
        .map(batch ->
            report.path().stream().anyMatch(element -> element.fingerprint().equals(batch)))
        .orElse(true);
  }

  private void enterprise() {
    switch (policy.enterprise()) {
      case ACCEPTED -> {}
      case REQUIRED -> {
        if (!report.enterprise()) {
          object(
              Rule.ENTERPRISE,
              "The policy asks for enterprise attestation, and this certificate does not tell one"
                  + " key apart. Ask for attestation \"enterprise\", and use a key that was ordered"
                  + " for this RP ID.");
        }
      }
      case REFUSED -> {
        if (report.enterprise()) {
          object(
              Rule.ENTERPRISE,
              "The policy does not take enterprise attestation, and this certificate tells one key"
                  + " apart. Ask for attestation \"direct\".");
        }
      }
    }
  }

  private void object(Rule rule, String sentence) {
    objections.add(new Objection(rule, sentence));
  }

  private String model() {
    return report.model().map(name -> name + " (" + aaguid + ")").orElse(aaguid.toString());
  }

  private static String counted(int models) {
    return models == 1 ? "one model only" : "%d models only".formatted(models);
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }
}
