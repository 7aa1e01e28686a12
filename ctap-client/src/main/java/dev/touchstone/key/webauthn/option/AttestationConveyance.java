package dev.touchstone.key.webauthn.option;

/** WebAuthn Level 3 §5.4.7. */
public enum AttestationConveyance {
  NONE,
  INDIRECT,
  DIRECT,
  ENTERPRISE;

  /** A value that is not known counts as absent, §2.1.1. */
  static AttestationConveyance of(String value) {
    return switch (value) {
      case "indirect" -> INDIRECT;
      case "direct" -> DIRECT;
      case "enterprise" -> ENTERPRISE;
      default -> NONE;
    };
  }
}
