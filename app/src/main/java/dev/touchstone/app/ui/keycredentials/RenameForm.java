package dev.touchstone.app.ui.keycredentials;

import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.key.manage.StoredCredential;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Other names for the user of a credential; what is there now stands in the fields. */
final class RenameForm extends VBox {

  private final TextField first;

  private RenameForm(StoredCredential it, BiConsumer<String, String> submit) {
    getStyleClass().add("dialog-body");
    StringProperty name = new SimpleStringProperty(it.user().name());
    StringProperty displayName = new SimpleStringProperty(it.user().displayName());
    first = Form.text("rename-name", "No name", name);
    TextField second = Form.text("rename-display-name", "No display name", displayName);
    Button save = new Button("Rename");
    save.setId("rename-submit");
    save.getStyleClass().add("accent");
    save.setDefaultButton(true);
    save.disableProperty()
        .bind(name.isEqualTo(it.user().name()).and(displayName.isEqualTo(it.user().displayName())));
    save.setOnAction(event -> submit.accept(name.get(), displayName.get()));
    HBox foot = new HBox(save);
    foot.setAlignment(Pos.CENTER_RIGHT);
    foot.setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(
            Texts.body("Of the credential for " + CredentialWords.rp(it) + "."),
            Form.field("Name", first, ""),
            Form.field("Display name", second, ""),
            Texts.caption(
                "Keys may keep 64 bytes of a name only. The user id stays as it is; the relying"
                    + " party is not told, and may go on showing its own names."),
            foot);
  }

  /** Asks on the veil. */
  static void ask(Veil veil, StoredCredential it, BiConsumer<String, String> submit) {
    RenameForm form =
        new RenameForm(
            it,
            (name, displayName) -> {
              veil.hide();
              submit.accept(name, displayName);
            });
    new Dialog("rename-dialog", "Rename the user", veil::hide, form).open(veil);
    Focus.on(form.first);
  }
}
