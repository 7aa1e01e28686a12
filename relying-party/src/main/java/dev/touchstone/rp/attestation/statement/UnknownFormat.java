package dev.touchstone.rp.attestation.statement;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A format that WebAuthn Level 3 §8 does not define.
 *
 * @param identifier as it came
 */
record UnknownFormat(String identifier) implements StatementFormat {

  @Override
  public AttestationType type(Evidence evidence) {
    return AttestationType.UNKNOWN;
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) throws Refusal {
    return evidence.has("x5c") ? evidence.x5c() : List.of();
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    throw new Refusal(
        "nobody here knows the attestation statement format \"%s\"".formatted(identifier),
        "Look it up in the IANA registry of WebAuthn attestation statement formats.");
  }
}
