package dev.touchstone.app.cli;

import dev.touchstone.rp.ceremony.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a verdict: mark, number, title, and below them what the verdict was made from. The
 * inputs of a step that passed are cut to a few lines each unless everything is wanted.
 */
final class StepList {

  private static final String INDENT = "            ";

  /** How much of each step is shown. */
  enum Detail {
    /** Inputs only where a step failed. */
    TITLES,
    /** All inputs, long values cut. */
    INPUTS,
    /** All inputs in full, and why each step ended as it did. */
    EVERYTHING
  }

  private final Detail detail;
  private final Sheet sheet;
  private final int columns;
  private final Style style;

  StepList(Detail detail, Sheet sheet) {
    this.detail = detail;
    this.sheet = sheet;
    this.columns = sheet.columns();
    this.style = sheet.style();
  }

  List<String> lines(List<Step> steps) {
    List<String> lines = new ArrayList<>();
    steps.forEach(step -> add(step, lines));
    return lines;
  }

  private void add(Step step, List<String> lines) {
    boolean failed = step.outcome() == Step.Outcome.FAILED;
    String number = Paragraph.padded(step.number(), INDENT.length() - 5);
    List<String> title = sheet.lines(Visible.of(step.title()), columns - INDENT.length());
    lines.add(
        "  "
            + mark(step.outcome())
            + " "
            + style.dim(number)
            + " "
            + titled(step, title.getFirst()));
    title.stream().skip(1).forEach(line -> lines.add(INDENT + titled(step, line)));
    if (failed || detail == Detail.EVERYTHING || step.outcome() == Step.Outcome.NOT_APPLICABLE) {
      String explanation = Visible.of(step.explanation());
      for (String line : sheet.lines(explanation, columns - INDENT.length())) {
        lines.add(INDENT + (failed ? style.bad(line) : style.dim(line)));
      }
    }
    if (failed || detail != Detail.TITLES) {
      step.inputs().forEach(input -> add(input, failed, lines));
    }
  }

  private String mark(Step.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> style.good("✓");
      case FAILED -> style.bad("✗");
      case NOT_APPLICABLE -> style.dim("–");
    };
  }

  private String titled(Step step, String text) {
    return switch (step.outcome()) {
      case PASSED -> text;
      case FAILED -> style.strong(text);
      case NOT_APPLICABLE -> style.dim(text);
    };
  }

  /** One line when the sides agree or there is but one; two to compare where that is the point. */
  private void add(Step.Input input, boolean failed, List<String> lines) {
    String expected = Visible.of(input.expected());
    String received = Visible.of(input.received());
    String name = Visible.of(input.name());
    if (expected.equals(received) && !expected.isEmpty()) {
      addLine(name + " ", "= ", received, false, lines);
    } else if (expected.isEmpty() || received.isEmpty()) {
      boolean wanting = failed && received.isEmpty();
      addLine(name + " ", wanting ? "expected " : "", expected + received, false, lines);
    } else if (!failed && detail == Detail.INPUTS) {
      addLine(name + " ", "", received + ", expected: " + expected, false, lines);
    } else {
      addLine(name + " ", "expected ", expected, false, lines);
      addLine(" ".repeat(Paragraph.width(name) + 1), "received ", received, failed, lines);
    }
  }

  private void addLine(String name, String word, String value, boolean bad, List<String> lines) {
    int room = columns - INDENT.length() - Paragraph.width(name) - Paragraph.width(word);
    List<String> values =
        detail == Detail.EVERYTHING
            ? sheet.lines(value, room)
            : sheet.brief(value, Math.max(room, 12));
    String lead = style.accent(name) + style.dim(word);
    for (String line : values) {
      lines.add(INDENT + lead + (bad ? style.bad(line) : line));
      lead = " ".repeat(Paragraph.width(name) + Paragraph.width(word));
    }
  }
}
