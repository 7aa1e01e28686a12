package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.ColourDot;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The dialog in which a key gets its name. */
final class KeyNamePane extends VBox {

  private final KeyNameViewModel model;
  private final StackPane problem = new StackPane();

  private KeyNamePane(KeyNameViewModel model, KeyDevice key) {
    this.model = model;
    getStyleClass().add("dialog-body");
    TextField name = Form.text("key-name", "Such as: Ada's blue", model.nameProperty());
    Button save = new Button("Save");
    save.setId("key-name-save");
    save.getStyleClass().add("accent");
    save.setDefaultButton(true);
    save.disableProperty().bind(model.nameProperty().isEmpty());
    save.setOnAction(event -> model.save());
    HBox buttons = new HBox(save);
    buttons.getStyleClass().add("buttons");
    if (key.label().isPresent()) {
      Button forget = new Button("Forget the name");
      forget.setId("key-name-forget");
      forget.setOnAction(event -> model.forget());
      buttons.getChildren().add(forget);
    }
    getChildren()
        .addAll(
            problem,
            Form.field("Name", name, ""),
            Texts.caption("Colour"),
            colours(),
            Texts.muted(remark(key)),
            buttons);
    model.problemProperty().subscribe(this::show);
    Focus.on(name);
  }

  /** From now on the dialog lies on the veil whenever the model wants it. */
  static void on(Veil veil, KeyNameViewModel model) {
    model
        .keyProperty()
        .subscribe(key -> {
          if (key.isPresent()) {
            KeyNamePane pane = new KeyNamePane(model, key.get());
            new Dialog("key-naming", "Name this key", model::close, pane).open(veil);
          } else {
            veil.hide();
          }
        });
  }

  private static String remark(KeyDevice key) {
    return key.serial().isPresent()
        ? "Kept on this computer and known again by the key's own number. The key learns nothing."
        : "This key tells no number of its own: another one of its kind would be taken for it.";
  }

  private void show(Optional<Advice> advice) {
    problem.getChildren().setAll(advice.map(AdvicePanel::new).stream().toList());
    problem.setManaged(advice.isPresent());
  }

  private FlowPane colours() {
    ToggleGroup group = new ToggleGroup();
    FlowPane flow = Form.flow();
    for (KeyColour colour : KeyColour.values()) {
      RadioButton button = new RadioButton(colour == KeyColour.NONE ? "None" : "");
      button.setId("colour-" + ColourDot.word(colour));
      button.getStyleClass().setAll("toggle-button", "segment", "colour-choice");
      if (colour != KeyColour.NONE) {
        button.setGraphic(new ColourDot(colour));
      }
      button.setAccessibleText("Colour: " + ColourDot.word(colour));
      button.setTooltip(new Tooltip(ColourDot.word(colour)));
      button.setToggleGroup(group);
      button.setSelected(colour == model.colourProperty().get());
      button.setOnAction(event -> model.colourProperty().set(colour));
      flow.getChildren().add(button);
    }
    return flow;
  }
}
