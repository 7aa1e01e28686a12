package dev.touchstone.rp.attestation.policy;

/**
 * Why a policy does not take an authenticator.
 *
 * @param rule that speaks against it
 * @param sentence why, with what could be done
 */
public record Objection(Rule rule, String sentence) {

  /** The rules that a policy may have. */
  public enum Rule {
    TRUST_REQUIRED,
    ALLOWED_MODELS,
    DENIED_MODELS,
    CERTIFICATION,
    STATUS,
    ENTERPRISE
  }
}
