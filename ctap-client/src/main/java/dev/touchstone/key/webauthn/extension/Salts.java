package dev.touchstone.key.webauthn.extension;

import dev.touchstone.key.ctap.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What PRF inputs become before they go to the key, WebAuthn Level 3 §10.1.4: hashed with a prefix,
 * so that a web page cannot ask for what other programs on the computer ask for.
 */
final class Salts {

  private static final byte[] PREFIX = "WebAuthn PRF\0".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream joined = new ByteArrayOutputStream();

  Salts(PrfValues inputs) {
    add(inputs.first());
    inputs.second().ifPresent(this::add);
  }

  private void add(Bytes input) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(PREFIX);
      joined.writeBytes(sha256.digest(input.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** One salt of 32 bytes, or two. */
  byte[] joined() {
    return joined.toByteArray();
  }
}
