package dev.touchstone.app.ui.trust;

import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Models on the left, searched; the chosen one on the right. */
final class ModelsPane extends HBox {

  private final ListView<Listed> list;
  private final StackPane chosen = new StackPane();
  private final Supplier<LocalDate> today;

  ModelsPane(TrustViewModel model, Supplier<LocalDate> today) {
    this.today = today;
    getStyleClass().add("side-by-side");
    TextField search = new TextField();
    search.setId("search-models");
    search.setPromptText("Name, AAGUID, status");
    search.setAccessibleText("Search models");
    search.textProperty().bindBidirectional(model.searchProperty());
    list = new ListView<>(model.models());
    list.setId("models");
    list.setAccessibleText("Models");
    list.getStyleClass().add("side-list");
    list.setPlaceholder(Texts.muted("No model fits."));
    list.setCellFactory(view -> new ModelCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(search, list);
    left.getStyleClass().add("trust-models");
    chosen.setMinWidth(0);
    HBox.setHgrow(chosen, Priority.ALWAYS);
    getChildren().addAll(left, chosen);
    list.getSelectionModel().selectedItemProperty().subscribe(this::show);
    model
        .models()
        .addListener((ListChangeListener<Listed>) change -> list.getSelectionModel().selectFirst());
    list.getSelectionModel().selectFirst();
  }

  private void show(@Nullable Listed listed) {
    if (listed == null) {
      chosen.getChildren().clear();
    } else {
      chosen.getChildren().setAll(new Scroll(new ModelCard(listed, today.get())));
    }
  }

  /** A name, and its dangers. */
  private final class ModelCell extends ListCell<Listed> {

    @Override
    protected void updateItem(@Nullable Listed listed, boolean empty) {
      super.updateItem(listed, empty);
      setText(null);
      if (empty || listed == null) {
        setGraphic(null);
        return;
      }
      VBox words =
          new VBox(
              Texts.oneLine(listed.entry().description(), "cell-title"),
              Texts.oneLine(caption(listed), "cell-caption"));
      words.getStyleClass().add("cell");
      setGraphic(words);
    }

    private String caption(Listed listed) {
      String family = listed.entry().statement().map(it -> it.protocolFamily()).orElse("");
      boolean danger = listed.entry().reportsOn(today.get()).stream().anyMatch(it -> it.isDanger());
      return family + (danger ? " · in danger" : "");
    }
  }
}
