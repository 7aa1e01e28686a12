package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.trace.ListRecordings.Listed;
import dev.touchstone.app.usecase.trace.SummariseRecording.Summary;
import dev.touchstone.app.usecase.trace.TraceUseCases;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The recordings that are kept, and the one that is looked at. */
public final class RecorderViewModel {

  /** What is done with the chosen recording. */
  public enum Side {
    TIMELINE,
    COMPARISON,
    REPLAY
  }

  private final TraceUseCases traces;
  private final Background background;
  private final TimelineViewModel timeline;
  private final ObservableList<RecordingItem> recordings = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<RecordingItem>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Question> question =
      new ReadOnlyObjectWrapper<>(new Question.None());
  private final ExportViewModel export;
  private final ComparisonViewModel comparison;
  private final ReplayViewModel replay;
  private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(Side.TIMELINE);
  private AtomicBoolean stopSummaries = new AtomicBoolean();
  private Optional<Path> live = Optional.empty();
  private boolean looking;

  /**
   * Reads nothing yet.
   *
   * @param errand asks the person what a key asks during a replay
   */
  public RecorderViewModel(TraceUseCases traces, Background background, Errand errand) {
    this.traces = traces;
    this.background = background;
    this.timeline = new TimelineViewModel(background);
    this.export = new ExportViewModel(traces, background);
    this.comparison = new ComparisonViewModel(traces, background);
    this.replay = new ReplayViewModel(traces, background, errand);
  }

  /** The recordings that are kept: that of this run first, then the newest. */
  public ObservableList<RecordingItem> recordings() {
    return recordings;
  }

  /** The one that is looked at. */
  public ReadOnlyObjectProperty<Optional<RecordingItem>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public TimelineViewModel timeline() {
    return timeline;
  }

  public ExportViewModel export() {
    return export;
  }

  public ComparisonViewModel comparison() {
    return comparison;
  }

  public ReplayViewModel replay() {
    return replay;
  }

  public ReadOnlyObjectProperty<Side> sideProperty() {
    return side.getReadOnlyProperty();
  }

  /** Does something else with the chosen recording; nothing while none can be read. */
  public void show(Side next) {
    Optional<RecordingItem> item = chosen.get().filter(it -> it.recording().isPresent());
    if (item.isPresent()) {
      switch (next) {
        case TIMELINE -> {}
        case COMPARISON -> comparison.begin(item.get());
        case REPLAY -> replay.begin(item.get());
      }
      side.set(next);
    }
  }

  /** Whether the folder was read. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Why the last thing did not work; empty once something does. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Question> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Reads the folder anew; what was chosen stays so. */
  public void refresh() {
    perform(
        () -> {
          Optional<Path> current = traces.current();
          return new Contents(current, traces.listRecordings().run());
        },
        this::show);
  }

  private record Contents(Optional<Path> live, List<Listed> listed) {}

  private void show(Contents contents) {
    live = contents.live();
    List<RecordingItem> items = new ArrayList<>();
    for (Listed listed : contents.listed()) {
      items.add(
          new RecordingItem(
              listed.kept(),
              listed.recording(),
              live.equals(Optional.of(listed.kept().file())),
              summary(listed.kept())));
    }
    items.sort(Comparator.comparing(item -> !item.live()));
    Optional<RecordingItem> before = chosen.get();
    recordings.setAll(items);
    loaded.set(true);
    Optional<RecordingItem> again =
        items.stream().filter(it -> before.filter(it::isSame).isPresent()).findFirst();
    if (again.isPresent()) {
      chosen.set(again);
    } else {
      items.stream().findFirst().ifPresentOrElse(this::choose, this::chooseNone);
    }
    summarise();
  }

  /** What is known of a recording that has not changed since. */
  private Optional<Summary> summary(Kept kept) {
    return recordings.stream()
        .filter(it -> it.kept().equals(kept))
        .findFirst()
        .flatMap(RecordingItem::summary);
  }

  private void summarise() {
    stopSummaries.set(true);
    AtomicBoolean mine = new AtomicBoolean();
    stopSummaries = mine;
    List<RecordingItem> unknown = recordings.stream().filter(it -> it.summary().isEmpty()).toList();
    background.run(
        () -> {
          for (RecordingItem item : unknown) {
            if (!mine.get() && item.recording().isPresent()) {
              Recording recording = item.recording().get();
              Summary summary = traces.summariseRecording().run(recording, mine::get);
              background.onWindow(() -> {
                if (!mine.get()) {
                  replace(item, summary);
                }
              });
            }
          }
          return unknown;
        },
        done -> {},
        failed -> failure.set(Optional.of(Failures.adviceOn(failed))));
  }

  private void replace(RecordingItem item, Summary summary) {
    recordings.replaceAll(it -> it.isSame(item) ? it.with(summary) : it);
    if (chosen.get().filter(item::isSame).isPresent()) {
      chosen.set(chosen.get().map(it -> it.with(summary)));
    }
  }

  /** Looks at another recording. */
  public void choose(RecordingItem item) {
    if (chosen.get().filter(item::isSame).isPresent()) {
      return;
    }
    chosen.set(Optional.of(item));
    side.set(Side.TIMELINE);
    item.recording().ifPresentOrElse(it -> timeline.show(it, item.live()), timeline::clear);
  }

  private void chooseNone() {
    chosen.set(Optional.empty());
    side.set(Side.TIMELINE);
    timeline.clear();
  }

  /**
   * Looks whether this run recorded more; called every now and then while the screen is in view.
   */
  public void look() {
    if (looking || !loaded.get()) {
      return;
    }
    looking = true;
    background.run(
        traces::current,
        current -> {
          looking = false;
          if (!current.equals(live)) {
            refresh();
          } else if (chosen.get().filter(RecordingItem::live).isPresent()) {
            timeline.look();
          }
        },
        failed -> looking = false);
  }

  /** Asks what to write of the chosen recording. */
  public void askForExport() {
    chosen
        .get()
        .filter(it -> it.recording().isPresent())
        .ifPresent(it -> {
          export.begin(it, timeline.filter());
          question.set(new Question.Export(it));
        });
  }

  /** Looks up what would be gone, and asks. */
  public void askToDelete() {
    chosen
        .get()
        .filter(it -> !it.live())
        .ifPresent(it ->
            perform(
                () -> traces.deleteRecordings().preview(List.of(it.kept().id())),
                preview -> question.set(new Question.Delete(preview))));
  }

  /** The person thought better of it, or is done. */
  public void dismiss() {
    question.set(new Question.None());
  }

  /** The person confirmed it. */
  public void delete() {
    if (question.get() instanceof Question.Delete(List<Kept> preview)) {
      dismiss();
      perform(
          () -> traces.deleteRecordings().apply(preview.stream().map(Kept::id).toList()),
          gone -> refresh());
    }
  }

  private <T> void perform(Callable<T> task, Consumer<T> done) {
    background.run(
        task,
        result -> {
          failure.set(Optional.empty());
          done.accept(result);
        },
        thrown -> {
          loaded.set(true);
          failure.set(Optional.of(Failures.adviceOn(thrown)));
        });
  }
}
