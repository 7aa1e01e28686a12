package dev.touchstone.rp.account;

import java.text.Normalizer;

/** Names and titles as people type them. */
final class PersonText {

  private PersonText() {}

  /**
   * Takes blanks away at both ends and composes letters (NFC).
   *
   * @param longest in characters
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  static String of(String what, String text, int longest) {
    String clean = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (clean.length() > longest) {
      throw new IllegalArgumentException(
          "The %s is longer than %d characters.".formatted(what, longest));
    }
    if (!clean.codePoints().allMatch(PersonText::visible)) {
      throw new IllegalArgumentException(
          "The %s holds a line break or another invisible character.".formatted(what));
    }
    return clean;
  }

  /** Neither a control character nor one that turns the text around it, nor half of one. */
  static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> !turns(codePoint);
    };
  }

  /** The controls of bidirectional text (Unicode Standard Annex 9), which make a name lie. */
  private static boolean turns(int codePoint) {
    return (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069)
        || codePoint == 0x200e
        || codePoint == 0x200f
        || codePoint == 0xfeff;
  }
}
