package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.PinUvAuthProtocol.SharedSecret;
import dev.touchstone.key.session.Conversation;

/** A secret that the key and we have in common for one exchange, CTAP 2.3 §6.5.5.4. */
public final class KeyAgreement {

  private KeyAgreement() {}

  /**
   * The protocol that the key likes best of those that we speak.
   *
   * @throws ReplyGarbled if there is none
   */
  public static PinUvAuthProtocol protocol(Conversation conversation) throws ReplyGarbled {
    return conversation
        .session()
        .pinUvAuthProtocol()
        .orElseThrow(
            () -> new ReplyGarbled("The key offers no PIN/UV auth protocol that is known."));
  }

  /** Agrees on a secret, which the caller closes. */
  public static SharedSecret agree(Conversation conversation, PinUvAuthProtocol protocol)
      throws KeyException {
    return protocol.encapsulate(
        conversation.send(new ClientPin.GetKeyAgreement(protocol.version())).key());
  }
}
