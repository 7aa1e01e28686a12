package dev.touchstone.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rows under headings; columns are as wide as they need. Where there is too little room, those that
 * were named for it give way first, then the widest.
 */
final class Table {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();
  private Set<String> yielding = Set.of();

  Table(String... headings) {
    this.headings = List.of(headings);
  }

  /** Columns whose content can be guessed when its middle is missing. */
  Table yielding(String... names) {
    yielding = Set.of(names);
    return this;
  }

  void row(String... cells) {
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Visible.line(cell));
    }
    rows.add(row);
  }

  List<String> lines(int columns, Style style) {
    int[] widths = widths(columns);
    List<String> lines = new ArrayList<>();
    lines.add(style.dim(line(headings, widths)));
    for (List<String> row : rows) {
      lines.add(line(row, widths));
    }
    return lines;
  }

  private int[] widths(int columns) {
    int[] widths = headings.stream().mapToInt(Paragraph::width).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Paragraph.width(row.get(i)));
      }
    }
    int tooMuch = GAP.length() * (widths.length - 1) - columns;
    for (int width : widths) {
      tooMuch += width;
    }
    int rest = narrow(widths, tooMuch, yielding::contains);
    narrow(widths, rest, name -> true);
    return widths;
  }

  /**
   * Takes away from the widest of those columns, again and again; returns what is still too much.
   */
  private int narrow(int[] widths, int tooMuch, Predicate<String> mayYield) {
    int rest = tooMuch;
    while (rest > 0) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean candidate = mayYield.test(headings.get(i)) && widths[i] > NARROWEST;
        if (candidate && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return rest;
      }
      widths[widest]--;
      rest--;
    }
    return rest;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : GAP)
          .append(Paragraph.padded(Paragraph.shorten(cells.get(i), widths[i]), widths[i]));
    }
    return line.toString().stripTrailing();
  }
}
