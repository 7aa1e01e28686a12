package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.ceremony.Step;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One step of the verification: a line that opens to show why, and what the verdict rests on. */
final class StepRow extends VBox {

  /** What would break the one line of a closed row, or turn it around. */
  private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final Step step;
  private final OpeningLine line;
  private final Label summary;

  StepRow(Step step) {
    this.step = step;
    Tone tone = tone(step.outcome());
    getStyleClass().addAll("step", tone.styleClass());
    Label number = new Label(step.number());
    number.getStyleClass().addAll("mono", "step-number");
    number.setMinWidth(USE_PREF_SIZE);
    Label title = Texts.body(step.title());
    title.getStyleClass().add("step-title");
    title.setMinWidth(USE_PREF_SIZE);
    summary = summary(step);
    HBox heading = new HBox(title, summary);
    heading.getStyleClass().add("step-heading");
    line = new OpeningLine(heading, Icons.of(tone.icon(), "step-icon"), number);
    line.setAccessibleText(
        "Step %s, %s: %s".formatted(step.number(), outcome(step.outcome()), step.title()));
    line.openProperty().subscribe(this::showDetail);
  }

  Step step() {
    return step;
  }

  void open() {
    line.openProperty().set(true);
  }

  private void showDetail(boolean open) {
    pseudoClassStateChanged(OPEN, open);
    summary.setVisible(!open);
    if (open) {
      getChildren().setAll(line, detail());
    } else {
      getChildren().setAll(line);
    }
  }

  /** What the closed row tells: the first input, or why the step does not apply. */
  private static Label summary(Step step) {
    boolean applies = step.outcome() != Step.Outcome.NOT_APPLICABLE;
    Label summary = new Label(applies ? firstInput(step) : step.explanation());
    summary.getStyleClass().addAll("step-summary", applies ? "mono" : "sentence");
    summary.setMinWidth(0);
    summary.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(summary, Priority.ALWAYS);
    return summary;
  }

  private static String firstInput(Step step) {
    return step.inputs().stream()
        .map(input -> input.name() + "  " + either(input.received(), input.expected()))
        .map(text -> LINE_BREAKING.matcher(text).replaceAll(" "))
        .findFirst()
        .orElse("");
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }

  private VBox detail() {
    VBox detail = new VBox(Texts.body(step.explanation()));
    detail.getStyleClass().add("step-detail");
    boolean failed = step.outcome() == Step.Outcome.FAILED;
    for (Step.Input input : step.inputs()) {
      detail.getChildren().add(new InputPair(input, failed));
    }
    return detail;
  }

  private static Tone tone(Step.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Tone.GOOD;
      case FAILED -> Tone.BAD;
      case NOT_APPLICABLE -> Tone.NEUTRAL;
    };
  }

  private static String outcome(Step.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case NOT_APPLICABLE -> "not applicable";
    };
  }
}
