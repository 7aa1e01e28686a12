package dev.touchstone.app.cli;

/**
 * Shows characters that would drive a terminal instead of being read: ESC and the other controls,
 * and what turns the direction of writing or takes no room. As {@code \u001b}, which a JSON string
 * may hold too.
 */
final class Visible {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Visible() {}

  /** The text with such characters written out; lines stay lines, tabs stay tabs. */
  static String of(String text) {
    return of(text, "\n\t");
  }

  /** The same in one line: its ends of lines are written out as well. */
  static String line(String text) {
    return of(text, "\t");
  }

  private static String of(String text, String allowed) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (drives(c) && allowed.indexOf(c) < 0) {
            for (char unit : Character.toChars(c)) {
              visible.append("\\u%04x".formatted((int) unit));
            }
          } else {
            visible.appendCodePoint(c);
          }
        });
    return visible.toString();
  }

  private static boolean drives(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      // Names in Persian, in Indian scripts and in emoji need the two joiners.
      case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}
