package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.account.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * Tokens that hold nothing but chance: a prefix, 30 letters and digits (178 bits), and a checksum
 * of 6. A scanner that looks for secrets in public places finds them by the prefix and knows by the
 * checksum that it found no accident.
 */
public enum SecretText {
  /** API tokens. */
  API("tst_"),
  /** Refresh tokens. */
  REFRESH("tsr_");

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 30;
  private static final int CHECKSUM_LENGTH = 6;

  private final String prefix;

  SecretText(String prefix) {
    this.prefix = prefix;
  }

  /** Whether the text means to be one; {@link #isWhole} tells whether it can be. */
  public boolean begins(String text) {
    return text.startsWith(prefix);
  }

  /** A new one. */
  String make(SecureRandom random) {
    StringBuilder text = new StringBuilder(prefix);
    for (int i = 0; i < LENGTH; i++) {
      text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return text + checksum(text.toString());
  }

  /** Whether it has the right length and checksum; otherwise it need not be looked up. */
  boolean isWhole(String text) {
    int secret = prefix.length() + LENGTH;
    return begins(text)
        && text.length() == secret + CHECKSUM_LENGTH
        && checksum(text.substring(0, secret)).equals(text.substring(secret));
  }

  /** CRC-32 of what stands before, in base 62. */
  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    StringBuilder digits = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < CHECKSUM_LENGTH; i++) {
      digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
      rest /= DIGITS.length();
    }
    return digits.reverse().toString();
  }

  /** What is stored of it. So much chance needs no slow hash. */
  static String digest(String text) {
    return Bytes.ofUtf8(text).sha256().base64Url();
  }

  /** An id by which one is known, and nothing of it. */
  static String newId(SecureRandom random) {
    byte[] id = new byte[12];
    random.nextBytes(id);
    return Bytes.of(id).hex();
  }
}
