package dev.touchstone.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Rows under headings; columns are as wide as they need. Where there is too little room, those that
 * can be spared are left out, then those that were named for it give way, then the widest.
 */
final class Table {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  /** Nothing is left out so that a text longer than this can stand whole. */
  private static final int ENOUGH = 24;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> yielding = List.of();
  private List<String> sparable = List.of();

  Table(String... headings) {
    this.headings = List.of(headings);
  }

  /** Columns whose content can be guessed when its middle is missing. */
  Table yielding(String... names) {
    yielding = List.of(names);
    return this;
  }

  /** Columns that are left out where there is little room, the least important one first. */
  Table sparing(String... names) {
    sparable = List.of(names);
    return this;
  }

  void row(String... cells) {
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Visible.line(cell));
    }
    rows.add(row);
  }

  List<String> lines(Sheet sheet) {
    int[] widths = naturalWidths();
    List<String> leftOut = leftOut(sheet);
    int[] shown =
        IntStream.range(0, widths.length)
            .filter(column -> !leftOut.contains(headings.get(column)))
            .toArray();
    if (!sheet.endless()) {
      int rest = narrow(widths, shown, total(widths, shown) - sheet.columns(), yielding::contains);
      narrow(widths, shown, rest, name -> true);
    }
    List<String> lines = new ArrayList<>();
    lines.add(sheet.style().dim(line(headings, widths, shown)));
    for (List<String> row : rows) {
      lines.add(line(row, widths, shown));
    }
    return lines;
  }

  /** The columns for which this sheet has no room. */
  List<String> leftOut(Sheet sheet) {
    int[] widths = naturalWidths();
    for (int i = 0; i < widths.length; i++) {
      widths[i] = yielding.contains(headings.get(i)) ? Math.min(widths[i], ENOUGH) : widths[i];
    }
    int total = total(widths, IntStream.range(0, widths.length).toArray());
    List<String> leftOut = new ArrayList<>();
    for (String name : sparable) {
      if (sheet.endless() || total <= sheet.columns()) {
        break;
      }
      leftOut.add(name);
      total -= widths[headings.indexOf(name)] + GAP.length();
    }
    return leftOut;
  }

  private int[] naturalWidths() {
    int[] widths = headings.stream().mapToInt(Paragraph::width).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Paragraph.width(row.get(i)));
      }
    }
    return widths;
  }

  private static int total(int[] widths, int[] shown) {
    return Arrays.stream(shown).map(column -> widths[column]).sum()
        + GAP.length() * (shown.length - 1);
  }

  /**
   * Takes away from the widest of those columns, again and again; returns what is still too much.
   */
  private int narrow(int[] widths, int[] shown, int tooMuch, Predicate<String> mayYield) {
    int rest = tooMuch;
    while (rest > 0) {
      int widest = -1;
      for (int column : shown) {
        boolean candidate = mayYield.test(headings.get(column)) && widths[column] > NARROWEST;
        if (candidate && (widest < 0 || widths[column] > widths[widest])) {
          widest = column;
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

  private static String line(List<String> cells, int[] widths, int[] shown) {
    StringBuilder line = new StringBuilder();
    for (int column : shown) {
      line.append(line.isEmpty() ? "" : GAP)
          .append(
              Paragraph.padded(
                  Paragraph.shorten(cells.get(column), widths[column]), widths[column]));
    }
    return line.toString().stripTrailing();
  }
}
