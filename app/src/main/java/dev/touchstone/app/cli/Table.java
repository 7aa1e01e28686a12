package dev.touchstone.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings; columns are as wide as they need, the widest gives way first. */
final class Table {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    this.headings = List.of(headings);
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
    for (; tooMuch > 0; tooMuch--) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
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
