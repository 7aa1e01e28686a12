package dev.touchstone.app.ui.servers;

import dev.touchstone.app.remote.RemoteServer.Api;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What has to be known of a server to keep it. */
final class AddServerForm extends StackPane {

  AddServerForm(RemoteServersViewModel model) {
    ServerForm typed = model.form();
    Button add = new Button("Keep this server", Icons.of(MaterialDesignP.PLUS));
    add.setId("keep-server");
    add.getStyleClass().add("accent");
    add.setDefaultButton(true);
    add.disableProperty().bind(typed.ready().not());
    add.setOnAction(event -> model.add());
    getChildren()
        .add(
            new Form(
                "Add a server",
                Texts.muted(
                    "Keys register at it and sign in to it as at the relying party inside. Nothing"
                        + " is sent there when it is added."),
                Form.row(
                    Form.field(
                        "Name",
                        Form.text("server-name", "production", typed.nameProperty()),
                        "What you call it."),
                    Form.field("API", api(typed), "What it speaks.")),
                Form.field(
                    "Address",
                    Form.text(
                        "server-address", "https://keys.example.org", typed.addressProperty()),
                    "Where its API begins. Plain http is for this computer alone."),
                Form.field(
                    "Pin",
                    Form.text("server-pin", "SHA-256, 64 hex digits", typed.pinProperty()),
                    "Optional: accept this one certificate and no other."),
                Form.field(
                    "Origin",
                    Form.text("server-origin", "https://login.example.org", typed.originProperty()),
                    "Optional: where the client claims to be, if not at the server's own origin."),
                new HBox(add)));
  }

  private static ComboBox<Api> api(ServerForm typed) {
    ComboBox<Api> box = new ComboBox<>();
    box.setId("server-api");
    box.getItems().setAll(Api.values());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Api api) {
            return api == null ? "" : ServerWords.api(api);
          }

          @Override
          public Api fromString(String words) {
            throw new UnsupportedOperationException("nobody types here");
          }
        });
    box.valueProperty().bindBidirectional(typed.apiProperty());
    return box;
  }
}
