package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.key.trace.replay.Replay;
import dev.touchstone.key.trace.replay.Step;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/** A command of a replay, before or after it. */
final class StepLine {

  private StepLine() {}

  /** What would become of it. */
  static Node of(Step step) {
    if (!step.isSent()) {
      return notSent(step);
    }
    HBox line = line(MaterialDesignA.ARROW_RIGHT_THIN, step.title(), "");
    if (step.changes()) {
      line.getChildren().add(new Badge("changes the key", Tone.WARNING));
    }
    return line;
  }

  /** What became of it. */
  static Node of(Replay.Outcome outcome) {
    if (!outcome.step().isSent()) {
      return notSent(outcome.step());
    }
    if (outcome.same()) {
      return line(MaterialDesignE.EQUAL, outcome.step().title(), outcome.now());
    }
    String words =
        outcome.now().equals(outcome.then())
            ? outcome.now()
            : "%s, in the recording %s".formatted(outcome.now(), outcome.then());
    VBox box = new VBox(line(MaterialDesignN.NOT_EQUAL_VARIANT, outcome.step().title(), words));
    box.getStyleClass().addAll("replay-step", "different");
    outcome
        .differences()
        .forEach(it -> box.getChildren().add(Differences.card(it, "Recording", "Now")));
    return box;
  }

  private static HBox notSent(Step step) {
    HBox line = line(MaterialDesignM.MINUS, step.title(), step.obstacle());
    line.getStyleClass().add("not-sent");
    return line;
  }

  private static HBox line(Ikon icon, String title, String remark) {
    Label name = Texts.oneLine(EntryLine.shortTitle(title), "pair-title");
    Label words = Texts.oneLine(remark, "caption");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(Icons.of(icon, "line-icon"), name, words);
    line.getStyleClass().addAll("line", "replay-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
