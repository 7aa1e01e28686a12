package dev.touchstone.key.session;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * A PIN that a person typed: used once, then wiped. It never prints itself.
 *
 * <p>CTAP 2.3 §6.5.1: a PIN is UTF-8 in Normalization Form C, at most 63 bytes, its length counted
 * in code points.
 */
public final class Pin implements Destroyable {

  private static final int MAX_BYTES_PER_CHARACTER = 3;

  private final char[] characters;
  private boolean destroyed;

  /** Takes over the array: it is wiped by {@link #destroy()}. */
  public Pin(char[] characters) {
    this.characters = characters;
  }

  /** A copy of the characters in Normalization Form C; the caller wipes it. */
  public char[] copyCharacters() {
    ensureUsable();
    // Normalizer only takes text that cannot be wiped, so the common case (already normal, as
    // digits are) avoids it.
    CharBuffer text = CharBuffer.wrap(characters);
    if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      return characters.clone();
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray();
  }

  /** The same as UTF-8; the caller wipes it. */
  public byte[] copyUtf8() {
    char[] copy = copyCharacters();
    ByteBuffer utf8 = ByteBuffer.allocate(MAX_BYTES_PER_CHARACTER * copy.length);
    try {
      // not String.getBytes: its copies could not be wiped
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .encode(CharBuffer.wrap(copy), utf8, true);
      return Arrays.copyOf(utf8.array(), utf8.position());
    } finally {
      Arrays.fill(copy, '\0');
      Arrays.fill(utf8.array(), (byte) 0);
    }
  }

  /** Whether both are the same to a key. */
  public boolean isSameAs(Pin other) {
    char[] mine = copyCharacters();
    char[] others = other.copyCharacters();
    try {
      return Arrays.equals(mine, others);
    } finally {
      Arrays.fill(mine, '\0');
      Arrays.fill(others, '\0');
    }
  }

  public int codePoints() {
    char[] copy = copyCharacters();
    try {
      return Character.codePointCount(copy, 0, copy.length);
    } finally {
      Arrays.fill(copy, '\0');
    }
  }

  /** Length in UTF-8 bytes, counted without making a copy that could not be wiped. */
  public int utf8Length() {
    char[] copy = copyCharacters();
    try {
      int length = 0;
      for (int i = 0; i < copy.length; i += Character.charCount(Character.codePointAt(copy, i))) {
        int codePoint = Character.codePointAt(copy, i);
        length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      }
      return length;
    } finally {
      Arrays.fill(copy, '\0');
    }
  }

  @Override
  public void destroy() {
    Arrays.fill(characters, '\0');
    destroyed = true;
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  @Override
  public String toString() {
    return "Pin[hidden]";
  }

  private void ensureUsable() {
    if (destroyed) {
      throw new IllegalStateException("this PIN was already used and wiped");
    }
  }
}
