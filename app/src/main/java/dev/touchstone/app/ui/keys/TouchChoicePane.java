package dev.touchstone.app.ui.keys;

import dev.touchstone.app.ui.keys.TouchChoiceViewModel.Phase;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.ColourDot;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Transport;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The dialog that says: touch the one you mean. */
final class TouchChoicePane extends VBox {

  private final TouchChoiceViewModel model;
  private final Veil veil;

  private TouchChoicePane(TouchChoiceViewModel model, Veil veil) {
    this.model = model;
    this.veil = veil;
    getStyleClass().add("dialog-body");
  }

  /** From now on the dialog lies on the veil whenever the model wants it. */
  static void on(Veil veil, TouchChoiceViewModel model) {
    TouchChoicePane pane = new TouchChoicePane(model, veil);
    model.phaseProperty().subscribe(pane::show);
  }

  private void show(Phase phase) {
    switch (phase) {
      case Phase.Closed() -> veil.hide();
      case Phase.Waiting(List<KeyDevice> blinking) -> {
        if (!veil.isVisible()) {
          new Dialog("touch-choice", "Touch the key that you mean", model::close, this).open(veil);
        }
        getChildren().setAll(new Waiting(blinking.isEmpty() ? "Asking the keys" : "These blink"));
        blinking.forEach(key -> getChildren().add(row(key)));
        getChildren().add(Texts.muted("Nothing is registered or changed by this touch."));
      }
      case Phase.Refused(var advice) -> getChildren().setAll(new AdvicePanel(advice));
    }
  }

  private Node row(KeyDevice key) {
    ColourDot dot = new ColourDot(key.label().map(KeyLabel::colour).orElse(KeyColour.NONE));
    HBox row = new HBox(dot, Texts.body(key.title()), Texts.caption(key.id()));
    row.getStyleClass().add("key-title");
    row.setAlignment(Pos.CENTER_LEFT);
    if (key.transport() == Transport.VIRTUAL) {
      Button touch = new Button("Touch it");
      touch.setId("touch-choice-virtual");
      touch.setOnAction(event -> model.touchVirtual());
      row.getChildren().add(touch);
    }
    return row;
  }
}
