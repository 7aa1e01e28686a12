package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Texts;
import java.time.ZoneId;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a recording, with what is said of them below. */
final class TimelinePane extends VBox {

  private final TimelineViewModel model;
  private final ListView<Line> list = new ListView<>();
  private final Label count = Texts.oneLine("", "caption");
  private final HBox search = new HBox();
  private final ListChangeListener<Line> grown = change -> grown();
  private boolean quiet;

  TimelinePane(TimelineViewModel model, ZoneId zone) {
    this.model = model;
    getStyleClass().add("timeline");
    setMinHeight(0);
    list.setId("timeline");
    list.setAccessibleText("What was recorded");
    list.getStyleClass().add("line-list");
    list.setFixedCellSize(28);
    list.setMinHeight(56);
    list.setCellFactory(view -> new LineCell(() -> model.recordingProperty().get(), zone));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    model.linesProperty().subscribe(this::show);
    model.chosenProperty().subscribe(entry -> reveal(entry.intValue()));
    model.followProperty().subscribe(this::followIfWanted);
    model.searchingProperty().subscribe(this::showCount);
    getChildren().addAll(list, foot());
  }

  private HBox foot() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setAccessibleText("How far the search is");
    bar.setPrefWidth(120);
    Button stop = new Button("Stop");
    stop.setId("stop-search");
    stop.getStyleClass().add("small");
    stop.setAccessibleText("Stop the search");
    stop.setOnAction(event -> model.stopSearch());
    search.getChildren().addAll(bar, stop);
    search.getStyleClass().add("search-progress");
    search.setAlignment(Pos.CENTER_LEFT);
    search.visibleProperty().bind(model.searchingProperty());
    search.managedProperty().bind(search.visibleProperty());
    count.setId("timeline-count");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(count, gap, search);
    foot.getStyleClass().add("timeline-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(USE_PREF_SIZE);
    return foot;
  }

  /** Where the keyboard works. */
  ListView<Line> list() {
    return list;
  }

  private void show(@Nullable Lines before, Lines lines) {
    if (before != null) {
      before.removeListener(grown);
    }
    quiet = true;
    list.setItems(lines);
    quiet = false;
    lines.addListener(grown);
    list.setPlaceholder(
        Texts.muted(
            model.recordingProperty().get().isEmpty() || model.searchingProperty().get()
                ? ""
                : "No entry is like that."));
    showCount();
    if (model.chosenProperty().get() == TimelineViewModel.NONE) {
      followIfWanted();
    } else {
      reveal(model.chosenProperty().get());
    }
  }

  private void grown() {
    showCount();
    followIfWanted();
  }

  private void followIfWanted() {
    Lines lines = model.linesProperty().get();
    if (model.followProperty().get() && model.isLive() && !lines.isEmpty()) {
      list.scrollTo(lines.size() - 1);
    }
  }

  private void chosen(@Nullable Line line) {
    if (line != null && !quiet) {
      model.choose(line.entry());
    }
  }

  /** Selects the row of an entry, if it is one, and brings it into view. */
  private void reveal(int entry) {
    Lines lines = model.linesProperty().get();
    int row = lines.indexOf(new Line(entry, 1));
    if (row < 0 || !list.getItems().equals(lines)) {
      return;
    }
    if (list.getSelectionModel().getSelectedIndex() != row) {
      quiet = true;
      list.getSelectionModel().clearAndSelect(row);
      list.getFocusModel().focus(row);
      quiet = false;
      list.scrollTo(Math.max(row - 3, 0));
    }
  }

  private void showCount() {
    Lines lines = model.linesProperty().get();
    int failures = lines.failures();
    int entries = model.recordingProperty().get().map(it -> it.size()).orElse(0);
    String rows = lines.size() == 1 ? "1 row" : "%,d rows".formatted(lines.size());
    String failed =
        switch (failures) {
          case 0 -> "no failure";
          case 1 -> "1 failure";
          default -> "%,d failures".formatted(failures);
        };
    count.setText(
        Optional.of(model.searchingProperty().get())
            .filter(it -> it)
            .map(it -> "Searching")
            .orElse("%s of %s · %s".formatted(rows, RecordingCell.entries(entries), failed)));
  }
}
