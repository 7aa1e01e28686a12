package dev.touchstone.app.ui.ceremony;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Prompt;
import dev.touchstone.app.ui.kit.AccountChoice;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.PinPanel;
import dev.touchstone.app.ui.kit.StageStrip;
import dev.touchstone.app.ui.kit.TouchPrompt;
import dev.touchstone.app.ui.kit.VerdictPane;
import dev.touchstone.app.ui.kit.Waiting;
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
import javafx.scene.layout.StackPane;
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
  private final StackPane middle = new StackPane();
  private final PinPanel pin;
  private final TouchPrompt touch;
  private final Button cancel = new Button("Cancel");

  /**
   * @param again runs the same ceremony once more
   */
  public CeremonyView(CeremonyViewModel model, Moments moments, Runnable again) {
    this.model = model;
    this.moments = moments;
    this.again = again;
    this.pin = new PinPanel(model::submitPin);
    this.touch = new TouchPrompt(model::touch);
    getStyleClass().add("ceremony");
    middle.getStyleClass().add("ceremony-middle");
    middle.setMinHeight(0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    cancel.setId("cancel-ceremony");
    cancel.setOnAction(event -> model.cancel());
    model.phaseProperty().subscribe(this::showPhase);
    model.promptProperty().subscribe(this::showPrompt);
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
      showPrompt(model.promptProperty().get());
    }
    if (model.promptProperty().get() instanceof Prompt.None) {
      middle.getChildren().setAll(new Waiting(words(stage)));
      cancel.requestFocus();
    }
  }

  private void showPrompt(Prompt prompt) {
    if (!model.isRunning()) {
      pin.wipe();
      return;
    }
    middle.getChildren().setAll(prompt(prompt));
    switch (prompt) {
      case Prompt.None() -> {
        pin.wipe();
        cancel.requestFocus();
      }
      case Prompt.Touch(String keyName, boolean virtual) -> {
        cancel.requestFocus();
        touch.show(keyName, virtual);
      }
      case Prompt.PinWanted(var request) -> pin.show(request);
      case Prompt.Choice _ -> {}
    }
  }

  private Node prompt(Prompt prompt) {
    return switch (prompt) {
      case Prompt.None() ->
          new Waiting(
              words(
                  model.phaseProperty().get() instanceof Phase.Running(Stage at)
                      ? at
                      : Stage.DONE));
      case Prompt.Touch _ -> touch;
      case Prompt.PinWanted _ -> pin;
      case Prompt.Choice(var accounts) -> new AccountChoice(accounts, model::choose);
    };
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
