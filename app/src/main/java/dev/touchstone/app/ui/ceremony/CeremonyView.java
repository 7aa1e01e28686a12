package dev.touchstone.app.ui.ceremony;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.errand.PromptPane;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.StageStrip;
import dev.touchstone.app.ui.kit.VerdictPane;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.Stage;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Shows a ceremony from its first stage to its verdict. */
public final class CeremonyView extends VBox {

  private static final List<Stage> ORDER = List.of(Stage.values());

  private final CeremonyViewModel model;
  private final Moments moments;
  private final Runnable again;
  private final StageStrip strip = new StageStrip(ORDER.stream().map(CeremonyView::name).toList());
  private final Button cancel = new Button("Cancel");
  private final PromptPane middle;

  /**
   * @param again runs the same ceremony once more
   */
  public CeremonyView(CeremonyViewModel model, Moments moments, Runnable again) {
    this.model = model;
    this.moments = moments;
    this.again = again;
    this.middle = new PromptPane(model.person(), cancel);
    getStyleClass().add("ceremony");
    middle.getStyleClass().add("ceremony-middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    cancel.setId("cancel-ceremony");
    cancel.setOnAction(event -> model.cancel());
    model.phaseProperty().subscribe(this::showPhase);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (model.isRunning()) {
        model.cancel();
      } else {
        model.reset();
      }
      event.consume();
    }
  }

  private void showPhase(Phase phase) {
    if (!model.isRunning()) {
      middle.rest();
    }
    switch (phase) {
      case Phase.Idle() -> getChildren().clear();
      case Phase.Running(Stage stage) -> showRunning(stage);
      case Phase.Finished(CeremonyResult result) -> showVerdict(result);
      case Phase.Failed(Advice advice, Stage stage) -> showFailure(advice, stage);
    }
  }

  private void showRunning(Stage stage) {
    strip.show(ORDER.indexOf(stage), false);
    if (!getChildren().contains(middle)) {
      HBox foot = new HBox(cancel);
      foot.setAlignment(Pos.CENTER);
      foot.setMinHeight(USE_PREF_SIZE);
      getChildren().setAll(strip, middle, foot);
    }
    middle.run(words(stage));
  }

  private static String name(Stage stage) {
    return switch (stage) {
      case FINDING_KEY -> "Find key";
      case OPENING_KEY -> "Open key";
      case AT_THE_KEY -> "At the key";
      case VERIFYING -> "Verify";
      case DONE -> "Verdict";
    };
  }

  private static String words(Stage stage) {
    return switch (stage) {
      case FINDING_KEY -> "Looking for a key";
      case OPENING_KEY -> "Opening the key";
      case AT_THE_KEY -> "The key is at work";
      case VERIFYING -> "Verifying step by step";
      case DONE -> "Done";
    };
  }

  private void showVerdict(CeremonyResult result) {
    VerdictPane verdict =
        new VerdictPane(
            result.verdict(), result.optionsJson(), result.responseJson(), moments, buttons());
    VBox.setVgrow(verdict, Priority.ALWAYS);
    getChildren().setAll(verdict);
    verdict.land();
  }

  private void showFailure(Advice advice, Stage stage) {
    strip.show(ORDER.indexOf(stage), true);
    HBox buttons = new HBox(buttons());
    buttons.getStyleClass().add("page-actions");
    AdvicePanel panel = new AdvicePanel(advice, buttons);
    getChildren().setAll(strip, panel);
    buttons.getChildren().getLast().requestFocus();
  }

  private Node[] buttons() {
    Button repeat = new Button("Run again", Icons.of(MaterialDesignR.REFRESH));
    repeat.setId("ceremony-again");
    repeat.setOnAction(event -> again.run());
    Button change = new Button("Back", Icons.of(MaterialDesignA.ARROW_LEFT));
    change.setId("ceremony-change");
    change.setOnAction(event -> model.reset());
    return new Node[] {change, repeat};
  }
}
