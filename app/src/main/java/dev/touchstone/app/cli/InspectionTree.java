package dev.touchstone.app.cli;

import dev.touchstone.rp.inspect.Node;
import java.util.ArrayList;
import java.util.List;

/** Draws the lines of an inspection as a tree. */
final class InspectionTree {

  private static final int LONGEST_NAME = 28;

  private final int columns;
  private final Style style;
  private final boolean everything;

  /**
   * @param everything whether long values are wrapped over many lines rather than cut
   */
  InspectionTree(int columns, Style style, boolean everything) {
    this.columns = columns;
    this.style = style;
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
    String name = Paragraph.shorten(Visible.line(node.name()), LONGEST_NAME);
    String value = Visible.of(node.value());
    int room =
        Math.max(
            16,
            columns - Paragraph.width(lead) - Paragraph.width(name) - (value.isEmpty() ? 0 : 2));
    List<String> values =
        everything
            ? Paragraph.lines(value, room)
            : List.of(Paragraph.shorten(value.replace('\n', ' '), room));
    String first = style.dim(lead) + style.accent(name);
    lines.add(value.isEmpty() ? first : first + "  " + painted(node, values.getFirst()));
    String under = below + (node.children().isEmpty() ? "   " : "│  ");
    values.stream().skip(1).forEach(line -> lines.add(style.dim(under) + painted(node, line)));
    if (!node.note().isEmpty()) {
      for (String line :
          Paragraph.lines(
              Visible.of(node.note()), Math.max(16, columns - Paragraph.width(under)))) {
        lines.add(style.dim(under) + noted(node, line));
      }
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
