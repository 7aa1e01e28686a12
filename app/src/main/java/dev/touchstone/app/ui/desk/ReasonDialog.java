package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.rp.desk.person.Overview;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** Asks how the operator knows that it is them, before a second one is asked. */
final class ReasonDialog {

  private ReasonDialog() {}

  static void open(Veil veil, Overview overview, Consumer<String> ask, Runnable close) {
    StringProperty reason = new SimpleStringProperty("");
    Button go = new Button("Ask another operator");
    go.setId("desk-ask");
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    go.disableProperty().bind(reason.isEmpty());
    go.setOnAction(event -> {
      close.run();
      ask.accept(reason.get().replaceAll("\\s+", " "));
    });
    TextArea field = new LongText();
    field.setId("desk-reason");
    field.setPromptText("came to the counter with a passport");
    field.setWrapText(true);
    field.setPrefRowCount(3);
    field.textProperty().bindBidirectional(reason);
    VBox content =
        new VBox(
            Texts.body(
                "Another operator has to approve a new key within a day. From then on none of"
                    + " this person's keys signs in."),
            Form.field("How do you know that it is them?", field, ""),
            go);
    content.getStyleClass().add("form-column");
    new Dialog(
            "reason-dialog",
            "%s lost everything".formatted(overview.facts().user().displayName()),
            close,
            content)
        .open(veil);
  }
}
