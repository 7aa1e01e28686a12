package dev.touchstone.key.session.uv;

import dev.touchstone.key.session.Pin;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** All of the PIN that is ever sent, and that encrypted: LEFT(SHA-256(PIN), 16). */
final class PinHash implements AutoCloseable {

  private static final int MAX_BYTES_PER_CHARACTER = 3;

  private final byte[] bytes;

  PinHash(Pin pin) {
    char[] characters = pin.copyCharacters();
    ByteBuffer utf8 = ByteBuffer.allocate(MAX_BYTES_PER_CHARACTER * characters.length);
    byte[] digest = new byte[0];
    try {
      // not String.getBytes: its copies could not be wiped
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), utf8, true);
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(utf8.flip());
      digest = sha256.digest();
      bytes = Arrays.copyOf(digest, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    } finally {
      Arrays.fill(characters, '\0');
      Arrays.fill(utf8.array(), (byte) 0);
      Arrays.fill(digest, (byte) 0);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
