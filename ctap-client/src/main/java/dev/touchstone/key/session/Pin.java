package dev.touchstone.key.session;

import java.nio.CharBuffer;
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
