package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.ClientPin.TokenReply;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.PinUvAuthProtocol.SharedSecret;
import dev.touchstone.key.session.Conversation;
import java.util.Arrays;

/** The two ways to a token, once it is clear which: by built-in verification, by PIN. */
final class TokenExchange {

  private TokenExchange() {}

  static Verification byBuiltIn(
      Conversation conversation, PinUvAuthProtocol protocol, TokenScope scope) throws KeyException {
    try (SharedSecret secret = KeyAgreement.agree(conversation, protocol)) {
      TokenReply reply =
          conversation.send(
              new ClientPin.GetTokenUsingUv(
                  protocol.version(), secret.platformKey(), scope.permissions(), scope.rpId()));
      return token(protocol, secret, reply);
    }
  }

  /**
   * Sends the PIN once, encrypted.
   *
   * @param pinHash LEFT(SHA-256(PIN), 16), wiped by the caller
   */
  static Verification byPin(
      Conversation conversation, PinUvAuthProtocol protocol, TokenScope scope, byte[] pinHash)
      throws KeyException {
    try (SharedSecret secret = KeyAgreement.agree(conversation, protocol)) {
      Bytes pinHashEnc = Bytes.of(secret.encrypt(pinHash));
      TokenReply reply =
          conversation.info().options().pinUvAuthToken()
              ? conversation.send(
                  new ClientPin.GetTokenUsingPin(
                      protocol.version(),
                      secret.platformKey(),
                      pinHashEnc,
                      scope.permissions(),
                      scope.rpId()))
              : conversation.send(
                  new ClientPin.GetPinToken(protocol.version(), secret.platformKey(), pinHashEnc));
      return token(protocol, secret, reply);
    }
  }

  private static Verification token(
      PinUvAuthProtocol protocol, SharedSecret secret, TokenReply reply) throws ReplyGarbled {
    byte[] token = secret.decrypt(reply.tokenEnc().toArray());
    // §6.5.6: 16 or 32 bytes under protocol one, 32 under protocol two
    if (token.length != 32 && (token.length != 16 || protocol.version() != 1)) {
      Arrays.fill(token, (byte) 0);
      throw new ReplyGarbled("The key sent a token of an impossible length.");
    }
    return new Verification.Token(protocol, token);
  }
}
