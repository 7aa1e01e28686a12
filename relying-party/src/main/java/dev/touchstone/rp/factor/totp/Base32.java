package dev.touchstone.rp.factor.totp;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Secrets as apps write them: base32 without padding (RFC 4648 §6). */
public final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** Writes it. */
  public static String write(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (BITS - bits)) & 31));
    }
    return text.toString();
  }

  /**
   * Reads it, in any case, with blanks and hyphens between groups.
   *
   * @throws IllegalArgumentException if it is none; the sentence does not repeat it
   */
  public static byte[] read(String text) {
    String plain = text.toUpperCase(Locale.ROOT).replaceAll("[ \\t-]", "").replaceAll("=+$", "");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < plain.length(); i++) {
      int value = ALPHABET.indexOf(plain.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException(
            "The secret is not base32: it takes the letters A to Z and the digits 2 to 7.");
      }
      buffer = (buffer << BITS) | value;
      bits += BITS;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits >= BITS || buffer != 0) {
      throw new IllegalArgumentException("The secret is not whole: a character is missing.");
    }
    return bytes.toByteArray();
  }
}
