package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.key.trace.export.Format;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks in which form a recording is wanted, and for whom. */
final class ExportPane extends VBox {

  private final ExportViewModel model;
  private final FileChoice files;
  private final Label about = Texts.caption("");
  private final CheckBox named;
  private final CheckBox onlyShown;
  private final VBox outcome = new VBox();
  private final Button save = new Button("Save as…");

  ExportPane(ExportViewModel model, FileChoice files) {
    this.model = model;
    this.files = files;
    getStyleClass().add("dialog-body");
    named = Form.check("export-names", "With the names of people", model.namedProperty());
    onlyShown =
        Form.check(
            "export-shown", "Only the entries that are shown now", model.onlyShownProperty());
    onlyShown.setVisible(model.isFiltered());
    onlyShown.setManaged(model.isFiltered());
    save.setId("export-save");
    save.getStyleClass().add("accent");
    save.setDefaultButton(true);
    save.setOnAction(event -> save());
    HBox buttons = new HBox(save);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(
            new Segments<>(
                "Format",
                List.of(Format.TEXT, Format.JSON, Format.PCAPNG, Format.NATIVE),
                model.formatProperty().get(),
                ExportPane::name,
                model.formatProperty()::set),
            about,
            named,
            onlyShown,
            outcome,
            buttons);
    model.formatProperty().subscribe(this::explain);
    model.stateProperty().subscribe(this::show);
  }

  private void save() {
    files.chooseToSave(getScene().getWindow(), model.suggestedName()).ifPresent(model::write);
  }

  private void explain(Format format) {
    about.setText(
        switch (format) {
          case TEXT -> "A timeline to read, for a bug report.";
          case JSON -> "Every entry with its packets, for a program.";
          case PCAPNG ->
              "For Wireshark. It holds the packets themselves, in which accounts have their names.";
          case NATIVE -> "As it was written, whole; this program opens it again.";
        });
    boolean whole = format == Format.NATIVE;
    named.setDisable(whole || format == Format.PCAPNG);
    onlyShown.setDisable(whole);
  }

  private void show(ExportViewModel.State state) {
    save.setDisable(state instanceof ExportViewModel.State.Writing);
    switch (state) {
      case ExportViewModel.State.NotYet() -> outcome.getChildren().clear();
      case ExportViewModel.State.Writing(var file) ->
          outcome.getChildren().setAll(Texts.caption("Writing " + file.getFileName()));
      case ExportViewModel.State.Written(var file, int entries) ->
          outcome
              .getChildren()
              .setAll(
                  new Panel(
                      Tone.GOOD,
                      RecordingCell.entries(entries) + " written.",
                      Texts.mono(file.toString())));
      case ExportViewModel.State.Failed(var advice) ->
          outcome.getChildren().setAll(new AdvicePanel(advice));
    }
  }

  private static String name(Format format) {
    return switch (format) {
      case TEXT -> "Text";
      case JSON -> "JSON";
      case PCAPNG -> "pcapng";
      case NATIVE -> "Recording";
    };
  }
}
