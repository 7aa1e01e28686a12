package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.kit.CredentialTable;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.KeyChoice;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.account.Credential;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** How a credential is replaced: at which key, under which label, and what comes first. */
final class ReplaceForm extends StackPane {

  ReplaceForm(ReplaceViewModel model, Credential old, ObservableList<KeyDevice> keys) {
    Button start = new Button("Replace", Icons.of(MaterialDesignS.SWAP_HORIZONTAL));
    start.setId("start-replace");
    start.getStyleClass().addAll("accent", "large");
    start.setDefaultButton(true);
    start.setOnAction(event -> model.start());
    Button leave = new Button("Leave it");
    leave.setId("leave-replace");
    leave.getStyleClass().add("large");
    leave.setCancelButton(true);
    leave.setOnAction(event -> model.leave());
    HBox buttons = new HBox(start, leave);
    buttons.getStyleClass().add("page-actions");
    VBox column =
        new VBox(
            new Form(
                "Replace '%s' of %s".formatted(CredentialTable.name(old), old.userName()),
                Form.row(
                    Form.field(
                        "Key that gets the new credential",
                        new KeyChoice(keys, model.keyProperty()),
                        ""),
                    Form.field(
                        "Label of the new credential",
                        Form.text("replace-label", "blue key", model.labelProperty()),
                        "")),
                Form.check(
                    "revoke-first",
                    "Revoke the old one first: it is lost, or somebody may misuse it",
                    model.revokeFirstProperty()),
                order(model)),
            buttons);
    column.getStyleClass().add("form-column");
    getChildren().add(Scroll.column(column, 720));
  }

  private static Node order(ReplaceViewModel model) {
    Label words = Texts.muted("");
    words.setId("replace-order");
    model
        .revokeFirstProperty()
        .subscribe(first ->
            words.setText(
                first
                    ? "The old credential signs nobody in from the moment you start, also if no"
                        + " new one is registered. The same key can then be registered again."
                    : "The new credential is registered first. If that fails or is cancelled,"
                        + " nothing has changed; if it is accepted, the old one is revoked. A key"
                        + " that holds one of this user's credentials refuses another."));
    return words;
  }
}
