package dev.touchstone.rp.ceremony.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * JSON Web Signatures in compact form (RFC 7515 §3.1) with one header: HS256 and a type of our own.
 * Whatever else a token's header says, it is no token of ours; there is no algorithm to choose and
 * so none to be talked into (RFC 8725 §3.1).
 */
final class HmacJws {

  /** So that no other token signed with the same key passes for one of these. */
  private static final String HEADER =
      base64Url("{\"typ\":\"challenge+jwt\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
          + ".";

  private HmacJws() {}

  /** A token that holds this. */
  static String write(byte[] payload, SecretKey key) {
    String signed = HEADER + base64Url(payload);
    return signed + "." + signature(signed, key);
  }

  /** What such a token holds; empty if it was not made with this key. */
  static Optional<byte[]> read(String token, SecretKey key) {
    int end = token.lastIndexOf('.');
    if (!token.startsWith(HEADER) || end < HEADER.length()) {
      return Optional.empty();
    }
    byte[] expected = ascii(signature(token.substring(0, end), key));
    if (!MessageDigest.isEqual(expected, ascii(token.substring(end + 1)))) {
      return Optional.empty();
    }
    return Optional.of(Base64.getUrlDecoder().decode(token.substring(HEADER.length(), end)));
  }

  private static String signature(String signed, SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return base64Url(mac.doFinal(ascii(signed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Anything else than ASCII becomes a question mark, which no part of a token has. */
  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
