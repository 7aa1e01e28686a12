package dev.touchstone.rp.attestation.statement;

/** Attestation types (WebAuthn Level 3 §6.5.4). */
public enum AttestationType {
  BASIC("Basic"),
  SELF("Self"),
  ATT_CA("AttCA"),
  ANON_CA("AnonCA"),
  NONE("None"),
  /** The format is not known, or the statement cannot be read. */
  UNKNOWN("Unknown");

  private final String label;

  AttestationType(String label) {
    this.label = label;
  }

  /** As the specification writes it. */
  public String label() {
    return label;
  }
}
