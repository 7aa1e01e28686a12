package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.CopyButton;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.fixture.lab.LabModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a server needs to find the virtual keys genuine: certificates, and metadata of models. */
final class TrustPane extends VBox {

  /**
   * As the specification writes them; the first one is what a model has that nothing is said of.
   */
  private static final List<String> STATUSES =
      List.of(
          "FIDO_CERTIFIED_L1",
          "NOT_FIDO_CERTIFIED",
          "FIDO_CERTIFIED_L2",
          "UPDATE_AVAILABLE",
          "REVOKED",
          "ATTESTATION_KEY_COMPROMISE",
          "USER_KEY_REMOTE_COMPROMISE",
          "USER_KEY_PHYSICAL_COMPROMISE",
          "USER_VERIFICATION_BYPASS");

  private final QuestionsViewModel model;
  private final Map<String, ComboBox<String>> statuses = new LinkedHashMap<>();
  private final StackPane outcome = new StackPane();

  TrustPane(QuestionsViewModel model, String pem) {
    this.model = model;
    getStyleClass().add("dialog-body");
    Button write = new Button("Write metadata");
    write.setId("lab-write-metadata");
    write.getStyleClass().add("accent");
    write.setOnAction(event -> model.exportMetadata(chosen()));
    HBox copy =
        new HBox(Texts.body("Root and intermediates, PEM"), new CopyButton("PEM", () -> pem));
    copy.setAlignment(Pos.CENTER_LEFT);
    copy.getStyleClass().add("copyable");
    outcome.setId("lab-trust-outcome");
    getChildren()
        .addAll(
            Texts.muted(
                "Whoever trusts these certificates finds every virtual key genuine: for tests"
                    + " only."),
            copy,
            Texts.muted("Metadata of the models, as the FIDO Metadata Service gives it out:"),
            models(),
            write,
            outcome);
    model.exportedProperty().subscribe(this::show);
  }

  private ScrollPane models() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("shortcuts");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    for (LabModel one : model.models()) {
      ComboBox<String> status = new ComboBox<>();
      status.setId("lab-status-" + one.id());
      status.getItems().setAll(STATUSES);
      status.getSelectionModel().selectFirst();
      status.setAccessibleText("Status of " + one.name());
      statuses.put(one.id(), status);
      Label name = Texts.oneLine(one.id());
      grid.addRow(grid.getRowCount(), name, status);
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.getStyleClass().add("scroll");
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(220);
    return scroll;
  }

  private Map<String, String> chosen() {
    Map<String, String> set = new LinkedHashMap<>();
    statuses.forEach((id, box) -> {
      String status = box.getValue();
      if (status != null && !status.equals(STATUSES.getFirst())) {
        set.put(id, status);
      }
    });
    return set;
  }

  private void show(QuestionsViewModel.Exported exported) {
    outcome.getChildren().clear();
    switch (exported) {
      case QuestionsViewModel.Exported.NotYet() -> {}
      case QuestionsViewModel.Exported.Written(Path file) ->
          outcome.getChildren().add(new Facts().addCopyable("Written to", file.toString()));
      case QuestionsViewModel.Exported.Failed(var advice) ->
          outcome.getChildren().add(new AdvicePanel(advice));
    }
  }
}
