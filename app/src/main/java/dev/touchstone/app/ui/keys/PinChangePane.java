package dev.touchstone.app.ui.keys;

import dev.touchstone.app.ui.keys.PinChangeViewModel.Phase;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The dialog in which a key gets its PIN. */
final class PinChangePane extends VBox {

  private final PinChangeViewModel model;
  private final Veil veil;

  private PinChangePane(PinChangeViewModel model, Veil veil) {
    this.model = model;
    this.veil = veil;
    getStyleClass().add("dialog-body");
  }

  /** From now on the dialog lies on the veil whenever the model wants it. */
  static void on(Veil veil, PinChangeViewModel model) {
    PinChangePane pane = new PinChangePane(model, veil);
    model.phaseProperty().subscribe(pane::show);
  }

  private void show(Phase phase) {
    switch (phase) {
      case Phase.Closed() -> veil.hide();
      case Phase.Looking(var key) -> {
        openDialog();
        getChildren().setAll(new Waiting("Reading " + key.name()));
      }
      case Phase.Asking asking -> {
        PinChangeForm form = new PinChangeForm(asking.pin(), model.job(), model::submit);
        getChildren().clear();
        asking.mistake().ifPresent(advice -> getChildren().add(new AdvicePanel(advice)));
        getChildren().add(form);
        form.land();
      }
      case Phase.Working(var key) ->
          getChildren().setAll(new Waiting(key.name() + " looks at the PIN"));
      case Phase.Taken(var key) -> end(new Panel(Tone.GOOD, key.name() + done()), "Done");
      case Phase.Refused(var advice) -> end(new AdvicePanel(advice), "Close");
    }
  }

  private void openDialog() {
    if (getScene() == null || !veil.isVisible()) {
      String title =
          switch (model.job()) {
            case SET -> "Set a PIN";
            case CHANGE -> "Change the PIN";
            case VERIFY -> "Verify the PIN";
          };
      new Dialog("pin-change", title, model::close, this).open(veil);
    }
  }

  private String done() {
    return switch (model.job()) {
      case SET -> " has a PIN now.";
      case CHANGE -> " has its new PIN.";
      case VERIFY -> ": that is its PIN. All tries are there again.";
    };
  }

  private void end(Node last, String word) {
    Button close = new Button(word);
    close.setId("pin-done");
    close.getStyleClass().add("accent");
    close.setDefaultButton(true);
    close.setOnAction(event -> model.close());
    getChildren().setAll(last, close);
    Focus.on(close);
  }
}
