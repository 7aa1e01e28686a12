package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.key.trace.compare.Comparison.Pair;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Two recordings beside each other, and below them what is not the same in the chosen command. */
final class ComparisonPane extends VBox {

  private final ComparisonViewModel model;
  private final Moments moments;
  private final ComboBox<RecordingItem> other = new ComboBox<>();
  private final Label summary = Texts.oneLine("", "caption");
  private final ListView<Pair> list;
  private final StackPane detail = new StackPane();
  private final StackPane body = new StackPane();
  private final SplitPane split;

  ComparisonPane(
      ComparisonViewModel model, ObservableList<RecordingItem> recordings, Moments moments) {
    this.model = model;
    this.moments = moments;
    getStyleClass().add("recording");
    setMinHeight(0);
    list = new ListView<>(model.pairs());
    list.setId("pairs");
    list.setAccessibleText("Commands of both recordings");
    list.getStyleClass().addAll("line-list", "pair-list");
    list.setFixedCellSize(30);
    list.setCellFactory(view -> new PairCell());
    list.setPlaceholder(Texts.muted("No differences."));
    list.getSelectionModel().selectedItemProperty().subscribe(this::showPair);
    detail.setMinHeight(0);
    split = new SplitPane(list, detail);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.55);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren().addAll(choice(recordings), body);
    model.stateProperty().subscribe(this::show);
  }

  private HBox choice(ObservableList<RecordingItem> recordings) {
    other.setId("compare-with");
    other.setAccessibleText("Compare with");
    other.setPromptText("Choose another recording");
    other.setMinWidth(120);
    other.setPrefWidth(300);
    FilteredList<RecordingItem> others = new FilteredList<>(recordings);
    model
        .leftProperty()
        .subscribe(left ->
            others.setPredicate(
                item -> item.recording().isPresent() && left.filter(item::isSame).isEmpty()));
    other.setItems(others);
    other.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable RecordingItem item) {
            return item == null ? "" : RecordingCell.name(item, moments);
          }

          @Override
          public RecordingItem fromString(String text) {
            throw new UnsupportedOperationException("chosen, not typed");
          }
        });
    other
        .valueProperty()
        .subscribe(item -> {
          if (item != null) {
            model.compareWith(item);
          }
        });
    CheckBox only =
        Form.check("only-differences", "Only differences", model.onlyDifferencesProperty());
    only.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(other, only, summary);
    HBox.setHgrow(summary, Priority.ALWAYS);
    line.getStyleClass().add("user-line");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  /** Puts the keyboard where work begins. */
  void land() {
    Focus.on(other);
  }

  private void show(ComparisonViewModel.State state) {
    summary.setText("");
    switch (state) {
      case ComparisonViewModel.State.NotYet() -> {
        other.setValue(null);
        body.getChildren()
            .setAll(
                new EmptyState(
                    MaterialDesignC.COMPARE_HORIZONTAL,
                    "Compare with which one?",
                    "Choose the recording of the same thing done with another key, or on another"
                        + " day."));
      }
      case ComparisonViewModel.State.Comparing() ->
          body.getChildren().setAll(new Waiting("Comparing"));
      case ComparisonViewModel.State.Compared(var result) -> {
        long differing = model.differing();
        summary.setText(
            differing == 0
                ? "The same from the first command to the last"
                : "%,d of %,d commands differ"
                    .formatted(differing, result.comparison().pairs().size()));
        showPair(null);
        body.getChildren().setAll(split);
      }
      case ComparisonViewModel.State.Failed(var advice) ->
          body.getChildren().setAll(new Scroll(new VBox(new AdvicePanel(advice))));
    }
  }

  private void showPair(@Nullable Pair pair) {
    if (pair == null) {
      detail.getChildren().setAll(Texts.muted("Choose a command to see what is not the same."));
    } else if (pair.left().isEmpty() || pair.right().isEmpty()) {
      detail
          .getChildren()
          .setAll(
              Texts.muted(
                  pair.left().isEmpty()
                      ? "This command was sent in the recording at the right only."
                      : "This command was sent in the recording at the left only."));
    } else if (pair.same()) {
      detail.getChildren().setAll(Texts.muted("The same on both sides."));
    } else {
      VBox differences = new VBox();
      differences.setId("differences");
      differences.getStyleClass().add("differences");
      pair.differences()
          .forEach(it -> differences.getChildren().add(Differences.card(it, "Left", "Right")));
      detail.getChildren().setAll(new Scroll(differences));
    }
  }
}
