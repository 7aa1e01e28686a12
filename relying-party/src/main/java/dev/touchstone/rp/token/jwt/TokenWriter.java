package dev.touchstone.rp.token.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;

/**
 * Writes access tokens in compact form (RFC 7515 §3.1). A library checks them; to write one for
 * every sign-in through it would take as long as the signature.
 */
final class TokenWriter {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private TokenWriter() {}

  /** A token with these claims, signed with this key. */
  static String write(TokenKey key, ObjectNode claims) {
    byte[] payload = claims.toString().getBytes(StandardCharsets.UTF_8);
    String signed = KeyCheck.header(key) + "." + BASE64URL.encodeToString(payload);
    byte[] signature = signature(key, signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64URL.encodeToString(signature);
  }

  private static byte[] signature(TokenKey key, byte[] signed) {
    try {
      return switch (key) {
        // R and S side by side (RFC 7518 §3.4)
        case TokenKey.Es256(_, var pair) ->
            signature("SHA256withECDSAinP1363Format", pair.getPrivate(), signed);
        case TokenKey.EdDsa(_, var pair) -> signature("Ed25519", pair.getPrivate(), signed);
        case TokenKey.Hs256(_, var secret) -> {
          Mac mac = Mac.getInstance("HmacSHA256");
          mac.init(secret);
          yield mac.doFinal(signed);
        }
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform of ours has these algorithms", e);
    }
  }

  private static byte[] signature(String algorithm, PrivateKey key, byte[] signed)
      throws GeneralSecurityException {
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(key);
    signer.update(signed);
    return signer.sign();
  }
}
