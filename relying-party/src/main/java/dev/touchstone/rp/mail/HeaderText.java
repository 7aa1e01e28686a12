package dev.touchstone.rp.mail;

/**
 * Text that becomes a header field. A line break in it would begin another field, by which a
 * stranger could send our mail to others or say something else in it; so it is refused, and not
 * taken away silently.
 */
public final class HeaderText {

  /** The longest e-mail address has 254, and some words around it. */
  private static final int LONGEST = 320;

  private HeaderText() {}

  /**
   * The text as it is.
   *
   * @param what names it in the complaint
   * @throws IllegalArgumentException with a sentence, if it is not one line of text
   */
  public static String of(String what, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The %s is longer than %d characters.".formatted(what, LONGEST));
    }
    if (text.codePoints().anyMatch(HeaderText::breaks)) {
      throw new IllegalArgumentException(
          "The %s holds a line break or another character that is no part of a line."
              .formatted(what));
    }
    return text;
  }

  private static boolean breaks(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
