package dev.touchstone.rp.audit;

/**
 * Texts from strangers in a form that every database keeps as it is: no control characters, no
 * halves of characters, and not longer than anybody will read. PostgreSQL refuses NUL; a row that
 * cannot be written would be a way not to be in the audit trail.
 */
final class StoredText {

  /** The longest name, address or agent, in characters. */
  static final int NAME = 320;

  /** The longest credential id: 1023 bytes as base64url. */
  static final int ID = 1364;

  /** The longest reason or fact. */
  static final int SENTENCES = 2000;

  private static final char REPLACEMENT = '\ufffd';

  private StoredText() {}

  static String of(String text, int longest) {
    String cut = text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    for (int i = 0; i < cut.length(); i++) {
      if (unwelcome(cut, i)) {
        return cleaned(cut, i);
      }
    }
    return cut;
  }

  private static String cleaned(String text, int from) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = from; i < text.length(); i++) {
      if (unwelcome(text, i)) {
        clean.setCharAt(i, REPLACEMENT);
      }
    }
    return clean.toString();
  }

  private static boolean unwelcome(String text, int index) {
    char it = text.charAt(index);
    if (Character.isHighSurrogate(it)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(it)) {
      return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
    return Character.isISOControl(it);
  }
}
