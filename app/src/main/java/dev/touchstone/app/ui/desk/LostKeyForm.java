package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.KeyChoice;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.usecase.ReplaceLostKey.State;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/** The steps of a lost key: who they are, then the new key. The second comes after the first. */
final class LostKeyForm extends StackPane {

  LostKeyForm(LostKeyViewModel model, State state, ObservableList<KeyDevice> keys) {
    VBox column = new VBox();
    column.setId("lost-key");
    column.getStyleClass().add("form-column");
    String name = state.person().facts().user().displayName();
    String label =
        state.credential().label().isEmpty() ? "without a label" : state.credential().label();
    column.getChildren().add(Texts.sectionTitle("%s lost the key '%s'".formatted(name, label)));
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> column.getChildren().add(new AdvicePanel(advice)));
    if (!model.newsProperty().get().isEmpty()) {
      column.getChildren().add(new Panel(Tone.GOOD, model.newsProperty().get()));
    }
    if (state.proven()) {
      column.getChildren().add(newKey(model, keys));
    } else if (state.provable().isEmpty()) {
      column.getChildren().add(nothingProves());
    } else {
      column.getChildren().add(identity(model, state));
    }
    column.getChildren().add(leave(model, state));
    getChildren().add(Scroll.column(column, 720));
  }

  private static Node nothingProves() {
    return new Panel(
        Tone.WARNING,
        "Nothing proves who they are",
        Texts.body(
            "Their address is not verified, and they have no device for one-time passwords. Go back"
                + " and choose 'Lost everything': two operators decide."));
  }

  private static Node identity(LostKeyViewModel model, State state) {
    List<Node> parts = new ArrayList<>();
    parts.add(
        Texts.muted(
            "Only their answer tells you that it is them. With the right code the lost key stops to"
                + " sign in at once."));
    ToggleGroup group = new ToggleGroup();
    for (Proof it : state.provable()) {
      RadioButton button = new RadioButton(words(it, state));
      button.setId("proof-" + it.word());
      button.setWrapText(true);
      button.setToggleGroup(group);
      button.setSelected(model.proofProperty().get() == it);
      button.setOnAction(event -> model.proofProperty().set(it));
      parts.add(button);
    }
    if (state.provable().contains(Proof.EMAIL)) {
      Button send = new Button("Send a code", Icons.of(MaterialDesignE.EMAIL_OUTLINE));
      send.setId("desk-send-code");
      send.setOnAction(event -> model.sendCode());
      send.disableProperty().bind(model.proofProperty().isNotEqualTo(Proof.EMAIL));
      parts.add(send);
    }
    TextField code = Form.text("desk-code", "1234 5678", model.codeProperty());
    code.setMaxWidth(240);
    Button check = new Button("It is them", Icons.of(MaterialDesignA.ACCOUNT_CHECK_OUTLINE));
    check.setId("desk-prove");
    check.getStyleClass().add("accent");
    check.setDefaultButton(true);
    check.disableProperty().bind(model.codeProperty().isEmpty());
    check.setOnAction(event -> model.prove());
    HBox buttons = new HBox(check);
    buttons.getStyleClass().add("page-actions");
    if (state.stopped()) {
      Button found = new Button("The key was found");
      found.setId("desk-found");
      found.disableProperty().bind(model.codeProperty().isEmpty());
      found.setOnAction(event -> model.found());
      buttons.getChildren().add(found);
    }
    parts.add(Form.field("What they tell you", code, ""));
    parts.add(buttons);
    return new Form("1  Who are they?", parts.toArray(Node[]::new));
  }

  private static String words(Proof proof, State state) {
    return switch (proof) {
      case EMAIL ->
          "A code that is sent to %s"
              .formatted(state.person().facts().user().profile().email().orElse(""));
      case DEVICE -> "A one-time password of their device, or a recovery code";
    };
  }

  private static Node newKey(LostKeyViewModel model, ObservableList<KeyDevice> keys) {
    Button start = new Button("Register the new key", Icons.of(MaterialDesignK.KEY_PLUS));
    start.setId("desk-replace");
    start.getStyleClass().addAll("accent", "large");
    start.setDefaultButton(true);
    start.setOnAction(event -> model.replace());
    return new Form(
        "2  The new key",
        Texts.muted(
            "The lost key signs nobody in any more. When the new one is registered, the old"
                + " credential is deleted."),
        Form.row(
            Form.field("Key that they get", new KeyChoice(keys, model.keyProperty()), ""),
            Form.field("Label", Form.text("desk-label", "blue key", model.labelProperty()), "")),
        start);
  }

  private static Node leave(LostKeyViewModel model, State state) {
    Button leave = new Button(state.stopped() ? "Go on later" : "Back");
    leave.setId("desk-leave");
    leave.setCancelButton(true);
    leave.setOnAction(event -> model.leave());
    HBox buttons = new HBox(leave);
    buttons.getStyleClass().add("page-actions");
    return buttons;
  }
}
