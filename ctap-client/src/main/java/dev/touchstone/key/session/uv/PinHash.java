package dev.touchstone.key.session.uv;

import dev.touchstone.key.session.Pin;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * All that is ever sent of a PIN that is set, and that encrypted: LEFT(SHA-256(PIN), 16), CTAP 2.3
 * §6.5.5.7. Wiped when closed.
 */
public final class PinHash implements AutoCloseable {

  private final byte[] bytes;

  public PinHash(Pin pin) {
    byte[] utf8 = pin.copyUtf8();
    byte[] digest = new byte[0];
    try {
      digest = MessageDigest.getInstance("SHA-256").digest(utf8);
      bytes = Arrays.copyOf(digest, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    } finally {
      Arrays.fill(utf8, (byte) 0);
      Arrays.fill(digest, (byte) 0);
    }
  }

  /** The array itself, wiped by {@link #close}. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
