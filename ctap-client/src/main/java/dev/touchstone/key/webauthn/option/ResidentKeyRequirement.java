package dev.touchstone.key.webauthn.option;

/** WebAuthn Level 3 §5.4.6. */
public enum ResidentKeyRequirement {
  REQUIRED,
  PREFERRED,
  DISCOURAGED;

  /**
   * A value that is not known counts as absent, §2.1.1; then the member of Level 1 decides.
   *
   * @param requireResidentKey as of Level 1
   */
  static ResidentKeyRequirement of(String value, boolean requireResidentKey) {
    return switch (value) {
      case "required" -> REQUIRED;
      case "preferred" -> PREFERRED;
      case "discouraged" -> DISCOURAGED;
      default -> requireResidentKey ? REQUIRED : DISCOURAGED;
    };
  }
}
