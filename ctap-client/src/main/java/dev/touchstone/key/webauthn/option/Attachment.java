package dev.touchstone.key.webauthn.option;

import java.util.List;

/** Which kind of authenticator the relying party wants, WebAuthn Level 3 §5.4.5 and §5.8.8. */
public enum Attachment {
  ANY,
  PLATFORM,
  CROSS_PLATFORM;

  /**
   * §5.8.8: the first hint that is known wins over the attachment. Hints wish, they do not demand,
   * so one that wishes for another kind of authenticator leaves any.
   */
  static Attachment of(String authenticatorAttachment, List<String> hints) {
    for (String hint : hints) {
      switch (hint) {
        case "security-key" -> {
          return CROSS_PLATFORM;
        }
        case "hybrid", "client-device" -> {
          return ANY;
        }
        default -> {}
      }
    }
    return switch (authenticatorAttachment) {
      case "platform" -> PLATFORM;
      case "cross-platform" -> CROSS_PLATFORM;
      default -> ANY;
    };
  }
}
