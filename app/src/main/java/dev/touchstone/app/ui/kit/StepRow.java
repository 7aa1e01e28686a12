package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.ceremony.Step;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One step of the verification: a line that opens to show why, and what the verdict rests on. */
final class StepRow extends VBox {

  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final Step step;
  private final OpeningLine line;

  StepRow(Step step) {
    this.step = step;
    Tone tone = tone(step.outcome());
    getStyleClass().addAll("step", tone.styleClass());
    Label number = new Label(step.number());
    number.getStyleClass().addAll("mono", "step-number");
    number.setMinWidth(USE_PREF_SIZE);
    Label title = Texts.body(step.title());
    title.getStyleClass().add("step-title");
    line = new OpeningLine(title, Icons.of(tone.icon(), "step-icon"), number);
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
    if (open) {
      getChildren().setAll(line, detail());
    } else {
      getChildren().setAll(line);
    }
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
