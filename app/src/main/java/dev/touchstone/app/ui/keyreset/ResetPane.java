package dev.touchstone.app.ui.keyreset;

import dev.touchstone.app.ui.errand.Person.Prompt;
import dev.touchstone.app.ui.keyreset.ResetViewModel.Phase;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.TouchPrompt;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.ResetKey;
import dev.touchstone.app.usecase.ResetWatcher.Step;
import dev.touchstone.key.manage.reset.ResetPreview;
import dev.touchstone.key.transport.KeyDevice;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The dialog of a reset. It stays on the window while the key is out. */
final class ResetPane extends VBox {

  private final ResetViewModel model;
  private final Veil veil;
  private final TouchPrompt touch;
  private final Countdown countdown;
  private final Button cancel = new Button("Cancel");

  private ResetPane(ResetViewModel model, Veil veil) {
    this.model = model;
    this.veil = veil;
    this.touch = new TouchPrompt(model.person()::touch);
    this.countdown = new Countdown(model.clock());
    getStyleClass().add("dialog-body");
    cancel.setId("cancel-reset");
    cancel.setOnAction(event -> model.close());
  }

  /** From now on the dialog lies on the veil whenever the model wants it. */
  static void on(Veil veil, ResetViewModel model) {
    ResetPane pane = new ResetPane(model, veil);
    model.phaseProperty().subscribe(phase -> pane.show());
    model.person().promptProperty().subscribe(prompt -> pane.show());
  }

  private void show() {
    switch (model.phaseProperty().get()) {
      case Phase.Closed() -> {
        countdown.stop();
        if (getScene() != null) {
          veil.hide();
        }
      }
      case Phase.Looking(KeyDevice key) -> {
        getChildren().setAll(new Waiting("Looking what " + key.title() + " holds"));
        open();
      }
      case Phase.Asking(ResetKey.Preview preview) -> ask(preview);
      case Phase.Doing(Step step) -> {
        getChildren().setAll(doing(step), countdown, foot(cancel));
        open();
        Focus.on(cancel);
      }
      case Phase.Done(ResetKey.Result result) -> done(result);
      case Phase.Failed(var advice) -> end(new AdvicePanel(advice));
    }
  }

  private void open() {
    if (getScene() == null || !veil.isVisible()) {
      new Dialog("key-reset", "Reset the key", model::close, this).open(veil);
    }
  }

  private void ask(ResetKey.Preview preview) {
    Facts lost = new Facts();
    for (ResetPreview.Loss loss : preview.what().lost()) {
      lost.add(loss.what(), loss.detail());
    }
    TextField word = new TextField();
    word.setId("reset-word");
    Button go = new Button("Reset");
    go.setId("reset-go");
    go.getStyleClass().add("danger");
    go.setDefaultButton(true);
    go.setDisable(true);
    go.setOnAction(event -> model.confirm(word.getText()));
    word.textProperty()
        .subscribe(text -> go.setDisable(!text.strip().equalsIgnoreCase(ResetViewModel.WORD)));
    VBox content =
        new VBox(Texts.body("%s will forget, for good:".formatted(preview.key().title())), lost);
    content.getStyleClass().addAll("dialog-body", "reset-lost");
    preview.what().kept().forEach(sentence -> content.getChildren().add(Texts.caption(sentence)));
    content.getChildren().add(Texts.caption(ResetWords.knownAgain(preview)));
    Scroll scroll = new Scroll(content);
    scroll.setMaxHeight(340);
    getChildren()
        .setAll(
            scroll,
            Form.field("Type the word %s to go on".formatted(ResetViewModel.WORD), word, ""),
            foot(go));
    open();
    Focus.on(word);
  }

  private Node doing(Step step) {
    return switch (step) {
      case Step.TakeOut(KeyDevice key) -> told(ResetWords.takeOut(key));
      case Step.PutBack(KeyDevice key) -> told(ResetWords.putBack(key));
      case Step.LookAt(KeyDevice key, Optional<Instant> until) -> {
        until.ifPresent(countdown::to);
        yield still("Is it the same key? Looking at " + key.title());
      }
      case Step.Reset(KeyDevice key, boolean longTouch, Optional<Instant> until) -> {
        until.ifPresent(countdown::to);
        yield model.person().promptProperty().get()
                instanceof Prompt.Touch(String name, boolean virtual)
            ? touched(name, virtual, longTouch)
            : still(key.title() + " is reset");
      }
    };
  }

  /** What the person does, large enough to be read with a key in hand. */
  private static Node told(String words) {
    Label label = Texts.pageTitle(words);
    label.setTextAlignment(TextAlignment.CENTER);
    VBox told = new VBox(label);
    told.getStyleClass().add("touch-prompt");
    told.setAlignment(Pos.CENTER);
    told.setId("reset-step");
    return told;
  }

  private Node still(String words) {
    Waiting waiting = new Waiting(words);
    waiting.setId("reset-step");
    return waiting;
  }

  private Node touched(String name, boolean virtual, boolean longTouch) {
    touch.show(name, virtual);
    VBox both = new VBox(touch);
    if (longTouch) {
      both.getChildren()
          .add(
              new Panel(
                  Tone.WARNING,
                  "Keep your finger on it for ten seconds, until it stops blinking."));
    }
    both.getStyleClass().add("dialog-body");
    return both;
  }

  private void done(ResetKey.Result result) {
    countdown.stop();
    Tone tone = result.checked() && result.doubts().isEmpty() ? Tone.GOOD : Tone.WARNING;
    VBox words = new VBox();
    words.getStyleClass().add("form");
    if (!result.checked()) {
      words.getChildren().add(Texts.body("It could not be read afterwards."));
    } else if (result.doubts().isEmpty()) {
      words.getChildren().add(Texts.body("It has no PIN now and holds nothing."));
    }
    result.doubts().forEach(doubt -> words.getChildren().add(Texts.body(doubt)));
    end(new Panel(tone, result.key().title() + " was reset.", words));
  }

  private void end(Node last) {
    countdown.stop();
    Button close = new Button("Close");
    close.setId("reset-done");
    close.getStyleClass().add("accent");
    close.setDefaultButton(true);
    close.setOnAction(event -> model.close());
    getChildren().setAll(last, foot(close));
    open();
    Focus.on(close);
  }

  private static HBox foot(Button button) {
    HBox foot = new HBox(button);
    foot.setAlignment(Pos.CENTER);
    foot.setMinHeight(USE_PREF_SIZE);
    return foot;
  }
}
