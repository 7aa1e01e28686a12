package dev.touchstone.app.ui.kit;

import dev.touchstone.app.advice.Advice;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A failure in its place: what happened, what it cost, what to do, and where it is written. */
public final class AdvicePanel extends StackPane {

  /**
   * @param more buttons that follow the advice
   */
  public AdvicePanel(Advice advice, Node... more) {
    VBox words = new VBox();
    words.getStyleClass().add("advice-words");
    if (!advice.cost().isEmpty()) {
      words.getChildren().add(Texts.body(advice.cost()));
    }
    if (!advice.next().isEmpty()) {
      words.getChildren().add(Texts.body(advice.next()));
    }
    if (!advice.clause().isEmpty()) {
      Label clause = Texts.caption(advice.clause());
      clause.getStyleClass().add("clause");
      words.getChildren().add(clause);
    }
    words.getChildren().addAll(more);
    getStyleClass().add("advice");
    getChildren().add(new Panel(tone(advice.kind()), advice.happened(), words));
    setMinHeight(USE_PREF_SIZE);
    setAccessibleText(advice.paragraph());
  }

  private static Tone tone(Advice.Kind kind) {
    return switch (kind) {
      case FAILED -> Tone.BAD;
      case USAGE -> Tone.WARNING;
      case CANCELLED -> Tone.INFO;
    };
  }
}
