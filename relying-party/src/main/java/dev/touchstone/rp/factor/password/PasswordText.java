package dev.touchstone.rp.factor.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** A password that somebody typed, as bytes that are the same on every keyboard. */
public final class PasswordText {

  /** NIST SP 800-63B-4 §3.1.1.2: at least 64 are taken. */
  static final int LONGEST = 128;

  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private PasswordText() {}

  /**
   * In UTF-8; letters with accents in one form however they were typed, and all blanks one blank
   * (RFC 8265 §4.2.1).
   *
   * @return the caller wipes it
   */
  public static byte[] bytes(char[] typed) {
    char[] plain = typed.clone();
    boolean ascii = true;
    for (int i = 0; i < plain.length; i++) {
      ascii &= plain[i] < 128;
      plain[i] = Character.getType(plain[i]) == Character.SPACE_SEPARATOR ? ' ' : plain[i];
    }
    CharSequence text = CharBuffer.wrap(plain);
    // the normaliser leaves a copy behind that cannot be wiped; ASCII does not need it
    CharSequence same = ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    byte[] room = new byte[MOST_BYTES_OF_A_CHAR * same.length()];
    ByteBuffer bytes = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(same), bytes, true);
    byte[] copy = Arrays.copyOf(room, bytes.position());
    Arrays.fill(room, (byte) 0);
    Arrays.fill(plain, '\0');
    return copy;
  }

  /** How many letters there are, counted as people do as far as that is possible. */
  static int length(char[] typed) {
    return Character.codePointCount(typed, 0, typed.length);
  }
}
