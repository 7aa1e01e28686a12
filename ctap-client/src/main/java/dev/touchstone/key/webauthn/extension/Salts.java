package dev.touchstone.key.webauthn.extension;

import dev.touchstone.key.ctap.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

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
    ByteArrayOutputStream prefixed = new ByteArrayOutputStream();
    prefixed.writeBytes(PREFIX);
    prefixed.writeBytes(input.toArray());
    joined.writeBytes(Bytes.of(prefixed.toByteArray()).sha256().toArray());
  }

  /** One salt of 32 bytes, or two. */
  byte[] joined() {
    return joined.toByteArray();
  }
}
