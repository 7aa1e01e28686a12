package dev.touchstone.app.ui.keysettings;

import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.manage.setting.SetPinRules;
import dev.touchstone.key.manage.setting.SettingChange;
import dev.touchstone.key.manage.setting.SettingPreview;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A least length for PINs, and who may learn it; says at once what this key cannot do. */
final class PinRulesForm extends VBox {

  private static final String SO_ALREADY = "That is so already.";

  private final KeySettings settings;
  private final TextField length = new TextField();
  private final TextField rpIds = new TextField();
  private final CheckBox force = new CheckBox("The PIN has to be changed in any case");
  private final Label wrong = Texts.caption("");
  private final Button raise = new Button("Raise…");

  PinRulesForm(KeySettings settings, Consumer<SettingChange> ask) {
    this.settings = settings;
    getStyleClass().add("setting-form");
    length.setId("min-pin-length");
    length.setText(String.valueOf(settings.info().minPinLength()));
    rpIds.setId("min-pin-rp-ids");
    rpIds.setPromptText("example.com, example.org");
    raise.setId("raise-min-pin-length");
    raise.setOnAction(event -> ask.accept(wish()));
    wrong.setId("min-pin-wrong");
    getChildren().add(Form.field("New minimum, in characters", length, ""));
    if (settings.maxRpIds() > 0) {
      getChildren()
          .add(
              Form.field(
                  "Relying parties that may learn it",
                  rpIds,
                  "At most %d, in place of those before. Empty leaves them as they are."
                      .formatted(settings.maxRpIds())));
    }
    getChildren().addAll(force, wrong, raise);
    length.textProperty().subscribe(text -> look());
    rpIds.textProperty().subscribe(text -> look());
    force.selectedProperty().subscribe(on -> look());
    look();
  }

  private void look() {
    String text =
        !length.getText().strip().matches("[0-9]{1,3}")
            ? "Type a number."
            : switch (settings.preview(wish())) {
              case SettingPreview.Change _ -> "";
              case SettingPreview.AlreadySo _ -> SO_ALREADY;
              case SettingPreview.Impossible not -> (not.why() + " " + not.next()).strip();
            };
    // A form that nobody touched yet has nothing wrong with it.
    boolean nothingToDo = text.equals(SO_ALREADY);
    wrong.setText(nothingToDo ? "" : text);
    wrong.setVisible(!wrong.getText().isEmpty());
    wrong.setManaged(wrong.isVisible());
    raise.setDisable(!text.isEmpty());
  }

  private SetPinRules wish() {
    List<String> names =
        Arrays.stream(rpIds.getText().split("[,\\s]+")).filter(name -> !name.isEmpty()).toList();
    return new SetPinRules(
        OptionalInt.of(Integer.parseInt(length.getText().strip())),
        names,
        force.isSelected(),
        false);
  }
}
