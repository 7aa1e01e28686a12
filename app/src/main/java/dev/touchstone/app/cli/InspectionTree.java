package dev.touchstone.app.cli;

import dev.touchstone.rp.inspect.Node;
import java.util.ArrayList;
import java.util.List;

/** Draws the lines of an inspection as a tree. */
final class InspectionTree {

  private static final int LONGEST_NAME = 28;

  private final Sheet sheet;
  private final Style style;
  private final boolean everything;

  /**
   * @param everything whether long values are wrapped over many lines rather than cut
   */
  InspectionTree(Sheet sheet, boolean everything) {
    this.sheet = sheet;
    this.style = sheet.style();
    this.everything = everything;
  }

  List<String> lines(Node root) {
    List<String> lines = new ArrayList<>();
    add(root, "", "", lines);
    return lines;
  }

  /**
   * @param lead what stands before the node's own line
   * @param below what stands before the lines under it
   */
  private void add(Node node, String lead, String below, List<String> lines) {
    String name = sheet.shorten(Visible.line(node.name()), LONGEST_NAME);
    String value = Visible.of(node.value());
    String note = Visible.of(node.note());
    int used = Paragraph.width(lead) + Paragraph.width(name) + 2;
    int room = Math.max(16, sheet.columns() - used);
    List<String> values = everything ? sheet.lines(value, room) : sheet.brief(value, room);
    boolean noteFits =
        values.size() == 1
            && (sheet.endless() || Paragraph.width(value) + 2 + Paragraph.width(note) <= room);
    StringBuilder first = new StringBuilder(style.dim(lead) + style.accent(name));
    if (!value.isEmpty()) {
      first.append("  ").append(painted(node, values.getFirst()));
    }
    if (noteFits && !note.isEmpty()) {
      first.append("  ").append(noted(node, note));
    }
    lines.add(first.toString());
    String under = below + (node.children().isEmpty() ? "   " : "│  ");
    values.stream().skip(1).forEach(line -> lines.add(style.dim(under) + painted(node, line)));
    if (!noteFits && !note.isEmpty()) {
      sheet
          .lines(note, Math.max(16, sheet.columns() - Paragraph.width(under)))
          .forEach(line -> lines.add(style.dim(under) + noted(node, line)));
    }
    for (int i = 0; i < node.children().size(); i++) {
      boolean last = i == node.children().size() - 1;
      add(
          node.children().get(i),
          below + (last ? "└─ " : "├─ "),
          below + (last ? "   " : "│  "),
          lines);
    }
  }

  private String painted(Node node, String text) {
    return switch (node.severity()) {
      case PLAIN -> text;
      case GOOD -> style.good(text);
      case WARNING -> style.warning(text);
      case BAD -> style.bad(text);
    };
  }

  private String noted(Node node, String text) {
    return node.severity() == Node.Severity.PLAIN ? style.dim(text) : painted(node, text);
  }
}
