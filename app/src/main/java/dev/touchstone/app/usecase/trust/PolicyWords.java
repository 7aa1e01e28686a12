package dev.touchstone.app.usecase.trust;

import dev.touchstone.rp.attestation.certificate.AuthenticatorModels;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A policy as a person reads it. */
public final class PolicyWords {

  private PolicyWords() {}

  /** One sentence a rule. */
  public static List<String> of(TrustPolicy policy) {
    List<String> rules = new ArrayList<>();
    rules.add(
        policy.trustRequired()
            ? "Only proven models are taken."
            : "Models that are not proven are taken, and shown as such.");
    if (!policy.allowed().isEmpty()) {
      rules.add("Only these models are taken: %s.".formatted(models(policy.allowed())));
    }
    if (!policy.denied().isEmpty()) {
      rules.add("These models are not taken: %s.".formatted(models(policy.denied())));
    }
    policy
        .minimumCertification()
        .ifPresent(level ->
            rules.add("FIDO's certification of at least %s is needed.".formatted(level.word())));
    rules.add(
        policy.refusedStatuses().isEmpty()
            ? "No status is refused, not even REVOKED."
            : "Models with one of these statuses are refused: %s."
                .formatted(String.join(", ", policy.refusedStatuses())));
    rules.add(
        switch (policy.enterprise()) {
          case ACCEPTED -> "Enterprise attestation is taken, and not asked for.";
          case REQUIRED -> "Only enterprise attestation is taken.";
          case REFUSED -> "Enterprise attestation is not taken.";
        });
    return rules;
  }

  private static String models(Set<UUID> models) {
    return models.stream()
        .map(aaguid ->
            AuthenticatorModels.bundled()
                .name(aaguid)
                .map(name -> name + " (" + aaguid + ")")
                .orElse(aaguid.toString()))
        .collect(Collectors.joining(", "));
  }
}
