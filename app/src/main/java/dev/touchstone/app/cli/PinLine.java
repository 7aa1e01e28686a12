package dev.touchstone.app.cli;

import dev.touchstone.key.session.Pin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a PIN through buffers that can be wiped, never through a String. */
final class PinLine {

  /** Far more than a PIN may have, so that one that is too long is told to be so. */
  private static final int MOST_BYTES = 256;

  private PinLine() {}

  /**
   * One line and not a byte more, without its end; empty at the end of the stream.
   *
   * @throws CharacterCodingException if it is not UTF-8: what would be read instead is not the PIN
   *     that was meant
   */
  static Pin read(InputStream in) throws CharacterCodingException {
    return read(in, MOST_BYTES);
  }

  /**
   * The same for what may be longer than a PIN, such as a token.
   *
   * @param most bytes that are read of it
   */
  static Pin read(InputStream in, int most) throws CharacterCodingException {
    byte[] bytes = new byte[most];
    try {
      return decoded(ByteBuffer.wrap(bytes, 0, line(in, bytes)));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static int line(InputStream in, byte[] bytes) {
    int length = 0;
    try {
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        if (b != '\r' && length < bytes.length) {
          bytes[length++] = (byte) b;
        }
      }
      return length;
    } catch (IOException e) {
      return 0; // as if nothing had been given, which is no PIN
    }
  }

  private static Pin decoded(ByteBuffer utf8) throws CharacterCodingException {
    CharBuffer characters = StandardCharsets.UTF_8.newDecoder().decode(utf8);
    char[] pin = new char[characters.remaining()];
    characters.get(pin);
    Arrays.fill(characters.array(), '\0');
    return new Pin(pin);
  }
}
