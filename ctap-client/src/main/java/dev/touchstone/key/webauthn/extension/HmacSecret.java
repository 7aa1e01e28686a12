package dev.touchstone.key.webauthn.extension;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.HmacSecretInput;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.PinUvAuthProtocol.SharedSecret;
import dev.touchstone.key.session.Conversation;
import java.util.Arrays;

/** One evaluation of hmac-secret, CTAP 2.3 §12: salts go encrypted, outputs come encrypted. */
final class HmacSecret {

  static final String ID = "hmac-secret";

  /** Evaluation when a credential is made, CTAP 2.3 §12 hmac-secret-mc. */
  static final String ID_AT_CREATION = "hmac-secret-mc";

  private static final int OUTPUT_LENGTH = 32;

  private final int protocol;
  private final SharedSecret secret;

  private HmacSecret(int protocol, SharedSecret secret) {
    this.protocol = protocol;
    this.secret = secret;
  }

  static HmacSecret agree(Conversation conversation) throws KeyException {
    PinUvAuthProtocol protocol =
        conversation
            .session()
            .pinUvAuthProtocol()
            .orElseThrow(() ->
                new ReplyGarbled(
                    "The key has hmac-secret, but no PIN/UV auth protocol that is known."));
    SharedSecret secret =
        protocol.encapsulate(
            conversation.send(new ClientPin.GetKeyAgreement(protocol.version())).key());
    return new HmacSecret(protocol.version(), secret);
  }

  HmacSecretInput input(Salts salts) {
    byte[] saltEnc = secret.encrypt(salts.joined());
    return new HmacSecretInput(
        secret.platformKey(), Bytes.of(saltEnc), Bytes.of(secret.authenticate(saltEnc)), protocol);
  }

  /** The outputs for as many salts as were sent. Ends the evaluation. */
  PrfValues output(Bytes encrypted, Salts salts) throws ReplyGarbled {
    byte[] outputs = secret.decrypt(encrypted.toArray());
    try {
      if (outputs.length != salts.joined().length) {
        throw new ReplyGarbled("The key's hmac-secret output has an impossible length.");
      }
      return PrfValues.split(outputs, OUTPUT_LENGTH);
    } finally {
      Arrays.fill(outputs, (byte) 0);
      secret.close();
    }
  }
}
