package dev.touchstone.app.ui.fingerprints;

import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.key.manage.fingerprint.FingerprintSensor;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks how a finger is called; its length is checked while it is typed. */
final class NameForm {

  private NameForm() {}

  /**
   * Lays itself on the veil.
   *
   * @param mayBeEmpty whether a finger without a name is as good
   */
  static void ask(
      Veil veil,
      String title,
      String word,
      String before,
      FingerprintSensor sensor,
      boolean mayBeEmpty,
      Consumer<String> named) {
    TextField name = new TextField(before);
    name.setId("fingerprint-name");
    name.setPromptText("Such as: right thumb");
    Label room = Texts.caption("");
    Button go = new Button(word);
    go.setId("fingerprint-name-go");
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    go.setOnAction(event -> {
      veil.hide();
      named.accept(name.getText().strip());
    });
    name.textProperty()
        .subscribe(text -> {
          boolean keeps = sensor.keeps(text.strip());
          room.setText(words(sensor, text.strip(), keeps));
          go.setDisable(!keeps || (text.isBlank() && !mayBeEmpty));
        });
    HBox foot = new HBox(go);
    foot.setAlignment(Pos.CENTER_RIGHT);
    VBox body =
        new VBox(
            12, Form.field(mayBeEmpty ? "Name (may be left out)" : "Name", name, ""), room, foot);
    body.getStyleClass().add("dialog-body");
    new Dialog("fingerprint-form", title, veil::hide, body).open(veil);
    name.requestFocus();
  }

  private static String words(FingerprintSensor sensor, String text, boolean keeps) {
    if (sensor.mostNameBytes().isEmpty()) {
      return "The name is kept on the key.";
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    int most = sensor.mostNameBytes().getAsInt();
    return keeps
        ? "%d of %d bytes; the name is kept on the key.".formatted(bytes, most)
        : "Too long: %d bytes, and the key keeps %d.".formatted(bytes, most);
  }
}
