package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.ui.recorder.RecorderViewModel.Side;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Recordings at the left; the timeline of the chosen one, and below it what is in an entry. */
public final class RecorderView extends StackPane implements Landing {

  private static final KeyCombination SEARCH =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final Duration LOOK = Duration.millis(300);

  private final RecorderViewModel model;
  private final Veil veil = new Veil();
  private final FileChoice files;
  private final Page page =
      new Page("Recorder", "What passed between this computer and its keys. Secrets are masked.");
  private final ListView<RecordingItem> recordings;
  private final FilterBar filter;
  private final TimelinePane timeline;
  private final EntryPane entry;
  private final RecordingHeading heading;
  private final VBox notes = new VBox();
  private final SplitPane split;
  private final ComparisonPane comparison;
  private final ReplayPane replay;
  private final VBox right = new VBox();
  private final HBox both;
  private final Timeline looking = new Timeline();

  /**
   * @param keys those that something can be replayed to
   */
  public RecorderView(
      RecorderViewModel model, ObservableList<KeyDevice> keys, Moments moments, FileChoice files) {
    this.model = model;
    this.heading = new RecordingHeading(model, moments);
    this.comparison = new ComparisonPane(model.comparison(), model.recordings(), moments);
    this.replay = new ReplayPane(model.replay(), keys, veil);
    this.files = files;
    this.filter = new FilterBar(model.timeline());
    this.timeline = new TimelinePane(model.timeline(), moments.zone());
    this.entry = new EntryPane(moments.zone());
    recordings = new ListView<>(model.recordings());
    recordings.setId("recordings");
    recordings.setAccessibleText("Recordings");
    recordings.getStyleClass().add("side-list");
    recordings.setCellFactory(view -> new RecordingCell(moments));
    split = new SplitPane(timeline, entry);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.52);
    split.setMinHeight(0);
    VBox.setVgrow(split, Priority.ALWAYS);
    VBox.setVgrow(comparison, Priority.ALWAYS);
    VBox.setVgrow(replay, Priority.ALWAYS);
    notes.getStyleClass().add("user-heading");
    notes.managedProperty().bind(notes.visibleProperty());
    right.getStyleClass().add("recording");
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    both = new HBox(recordings, right);
    both.getStyleClass().add("side-by-side");
    getChildren().addAll(page, veil);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    bind();
    looking.getKeyFrames().add(new KeyFrame(LOOK, event -> model.look()));
    looking.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(this::lookWhileInView);
  }

  private void bind() {
    recordings
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> {
          if (item != null) {
            model.choose(item);
          }
        });
    model.recordings().addListener((ListChangeListener<RecordingItem>) change -> showRecordings());
    model.loadedProperty().subscribe(this::showAll);
    model.failureProperty().subscribe(this::showAll);
    model.chosenProperty().subscribe(this::showChosen);
    model.timeline().chosenProperty().subscribe(index -> showEntry());
    model.timeline().recordingProperty().subscribe(recording -> showEntry());
    model.sideProperty().subscribe(this::showSide);
    model.questionProperty().subscribe(this::ask);
  }

  private void showSide(Side side) {
    switch (side) {
      case TIMELINE -> {
        boolean back =
            right.getChildren().contains(comparison) || right.getChildren().contains(replay);
        right.getChildren().setAll(heading, notes, filter, split);
        if (back) {
          Focus.on(timeline.list());
        }
      }
      case COMPARISON -> {
        right.getChildren().setAll(heading, notes, comparison);
        comparison.land();
      }
      case REPLAY -> {
        right.getChildren().setAll(heading, notes, replay);
        replay.land();
      }
    }
  }

  @Override
  public void land() {
    model.refresh();
    Focus.on(timeline.list());
  }

  /** An animation that goes on would keep a window that was closed. */
  private void lookWhileInView(boolean inView) {
    if (inView) {
      looking.play();
    } else {
      looking.stop();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (SEARCH.match(event)) {
      filter.searchHere();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !veil.isVisible()) {
      model.show(Side.TIMELINE);
    } else if (event.getCode() == KeyCode.F3) {
      model.timeline().chooseNextFailure();
      event.consume();
    }
  }

  private void showRecordings() {
    showAll();
    selectChosen();
  }

  /** What was read anew is another record, and the list forgets that it was chosen. */
  private void selectChosen() {
    model
        .chosenProperty()
        .get()
        .flatMap(chosen -> model.recordings().stream().filter(chosen::isSame).findFirst())
        .filter(now -> !now.equals(recordings.getSelectionModel().getSelectedItem()))
        .ifPresent(recordings.getSelectionModel()::select);
  }

  private void showAll() {
    if (!model.recordings().isEmpty()) {
      page.show(both);
      showNotes();
    } else if (model.failureProperty().get().isPresent()) {
      page.show(new VBox(new AdvicePanel(model.failureProperty().get().get())));
    } else if (model.loadedProperty().get()) {
      page.show(
          new EmptyState(
              MaterialDesignR.RECORD_CIRCLE_OUTLINE,
              "Nothing is recorded yet",
              "Read a key, register or sign in, and what passes on the wire appears here."));
    } else {
      page.show(new Waiting("Reading the recordings"));
    }
  }

  private void showChosen(Optional<RecordingItem> chosen) {
    selectChosen();
    showNotes();
    chosen.ifPresent(item -> {
      heading.show(item);
      filter.show(item);
    });
  }

  private void showNotes() {
    notes.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> notes.getChildren().add(new AdvicePanel(advice)));
    Optional<RecordingItem> chosen = model.chosenProperty().get();
    if (chosen.filter(it -> it.recording().isEmpty()).isPresent()) {
      notes
          .getChildren()
          .add(new Panel(Tone.WARNING, "This file is no recording, or has lost its beginning."));
    }
    chosen
        .filter(it -> !it.live())
        .flatMap(RecordingItem::recording)
        .flatMap(Recording::damage)
        .ifPresent(damage -> notes.getChildren().add(new Panel(Tone.WARNING, damage)));
    notes.setVisible(!notes.getChildren().isEmpty());
  }

  private void showEntry() {
    int index = model.timeline().chosenProperty().get();
    Optional<Recording> recording = model.timeline().recordingProperty().get();
    if (index == TimelineViewModel.NONE || recording.isEmpty()) {
      entry.showNothing();
    } else {
      entry.show(recording.get(), index);
    }
  }

  private void ask(Question question) {
    switch (question) {
      case Question.None() -> veil.hide();
      case Question.Export(var item) ->
          new Dialog(
                  "export-dialog",
                  "Export this recording",
                  model::dismiss,
                  new ExportPane(model.export(), files))
              .open(veil);
      case Question.Delete(var preview) ->
          new Confirmation(
                  "Delete this recording?",
                  List.of(
                      preview.size() == 1
                          ? "%s, %s."
                              .formatted(
                                  preview.getFirst().file().getFileName(),
                                  RecordingCell.bytes(preview.getFirst().bytes()))
                          : "%d recordings.".formatted(preview.size()),
                      "Nothing on a key changes. There is no way back."),
                  "Delete",
                  model::delete,
                  model::dismiss)
              .ask(veil);
    }
  }
}
