package dev.touchstone.app.ui.fingerprints;

import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.manage.fingerprint.FingerprintSensor;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The fingers that a key knows, each with what can be done to it. */
final class FingerprintList extends VBox {

  private final FingerprintsViewModel model;
  private final Veil veil;

  FingerprintList(FingerprintsViewModel model, Veil veil) {
    this.model = model;
    this.veil = veil;
    setId("fingerprint-list");
    getStyleClass().add("accounts-right");
    setMinHeight(0);
  }

  void show(FingerprintSensor sensor, List<Fingerprint> fingerprints) {
    if (fingerprints.isEmpty()) {
      EmptyState empty =
          new EmptyState(
              MaterialDesignF.FINGERPRINT,
              "The key knows no finger yet",
              FingerprintWords.sensor(sensor) + " Then a finger stands for the PIN.",
              enrol(sensor));
      VBox.setVgrow(empty, Priority.ALWAYS);
      getChildren().setAll(empty);
      return;
    }
    Label words = Texts.caption(FingerprintWords.sensor(sensor));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox bar = new HBox(words, enrol(sensor));
    bar.getStyleClass().add("page-actions");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinHeight(USE_PREF_SIZE);
    VBox rows = new VBox(8);
    fingerprints.forEach(it -> rows.getChildren().add(row(sensor, it)));
    getChildren().setAll(bar, rows);
  }

  private Button enrol(FingerprintSensor sensor) {
    Button enrol = new Button("Enrol a finger…", Icons.of(MaterialDesignF.FINGERPRINT));
    enrol.setId("enrol-fingerprint");
    enrol.getStyleClass().add("accent");
    enrol.setMinWidth(USE_PREF_SIZE);
    enrol.setOnAction(
        event -> NameForm.ask(veil, "Enrol a finger", "Start", "", sensor, true, model::enrol));
    return enrol;
  }

  private Node row(FingerprintSensor sensor, Fingerprint it) {
    Label name = Texts.oneLine(FingerprintWords.title(it), "body");
    VBox words = new VBox(name, Texts.caption(it.id()));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button rename = new Button("Rename…");
    rename.setMinWidth(USE_PREF_SIZE);
    rename.setOnAction(event ->
        NameForm.ask(
            veil,
            "Rename the fingerprint",
            "Rename",
            it.name().orElse(""),
            sensor,
            false,
            typed -> model.rename(it, typed)));
    Button delete = new Button("Delete…");
    delete.setMinWidth(USE_PREF_SIZE);
    delete.getStyleClass().add("danger");
    delete.setOnAction(event -> model.askToDelete(it));
    HBox row = new HBox(12, Icons.of(MaterialDesignF.FINGERPRINT), words, rename, delete);
    row.getStyleClass().add("card");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
