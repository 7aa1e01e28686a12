package dev.touchstone.key.webauthn.option;

/** WebAuthn Level 3 §5.8.6. */
public enum UserVerificationRequirement {
  REQUIRED,
  PREFERRED,
  DISCOURAGED;

  /** A value that is not known counts as absent, §2.1.1. */
  static UserVerificationRequirement of(String value) {
    return switch (value) {
      case "required" -> REQUIRED;
      case "discouraged" -> DISCOURAGED;
      default -> PREFERRED;
    };
  }
}
