package dev.touchstone.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. Widths are counted in code points, which is what our own texts need. */
final class Paragraph {

  private Paragraph() {}

  /** Lines of at most that width; words longer than a line are broken. */
  static List<String> lines(String text, int width) {
    return lines(text, width, true);
  }

  /** Lines of about that width; a word that is longer has one of its own. */
  static List<String> unbroken(String text, int width) {
    return lines(text, width, false);
  }

  private static List<String> lines(String text, int width, boolean broken) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(paragraph, Math.max(width, 8), broken, lines);
    }
    return lines;
  }

  /** Cuts the middle out, so that both ends of an identifier stay comparable. */
  static String shorten(String text, int width) {
    int length = width(text);
    if (length <= width || width < 5) {
      return text;
    }
    int head = (width - 1) / 2;
    int tail = width - 1 - head;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  private static void wrap(String paragraph, int width, boolean broken, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      String rest = word;
      while (broken && width(rest) > width) {
        int cut = rest.offsetByCodePoints(0, width - width(line.toString()));
        lines.add(line + rest.substring(0, cut));
        line.setLength(0);
        rest = rest.substring(cut);
      }
      line.append(rest);
    }
    lines.add(line.toString());
  }
}
