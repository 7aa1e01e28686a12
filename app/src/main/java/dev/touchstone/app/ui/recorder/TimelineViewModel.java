package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Recording;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The timeline of a recording: which of its entries are wanted, which one is chosen, and what comes
 * in while it is still written. Searching goes on in the background, and the next search ends it.
 */
public final class TimelineViewModel {

  /** Of {@link #chosenProperty()} while no entry is. */
  public static final int NONE = -1;

  /** So many new entries at once, lest a burst of them stops the window. */
  private static final int PORTION = 5000;

  private final Background background;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Device>> key = new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty command = new SimpleStringProperty("");
  private final BooleanProperty onlyFailures = new SimpleBooleanProperty();
  private final BooleanProperty withoutKeepAlives = new SimpleBooleanProperty();
  private final BooleanProperty follow = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Optional<Recording>> recording =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Lines> lines =
      new ReadOnlyObjectWrapper<>(new Lines(new Rows()));
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(NONE);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private AtomicBoolean stop = new AtomicBoolean();
  private TimelineSearch wanted = new TimelineSearch(Filter.ALL, Optional.empty());
  private int seen;
  private long bytes;
  private boolean live;
  private boolean quiet;
  private boolean looking;

  TimelineViewModel(Background background) {
    this.background = background;
    search.subscribe(this::searchAgain);
    key.subscribe(this::searchAgain);
    command.subscribe(this::searchAgain);
    onlyFailures.subscribe(this::searchAgain);
    withoutKeepAlives.subscribe(this::searchAgain);
  }

  /** What is shown; empty before one is chosen. */
  public ReadOnlyObjectProperty<Optional<Recording>> recordingProperty() {
    return recording.getReadOnlyProperty();
  }

  /** The rows; another list after each search, and a growing one while it is written. */
  public ReadOnlyObjectProperty<Lines> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /** Words that stand in an entry, decoded. */
  public StringProperty searchProperty() {
    return search;
  }

  /** The one key whose entries are wanted. */
  public ObjectProperty<Optional<Device>> keyProperty() {
    return key;
  }

  /** Part of the name of a command; empty for all. */
  public StringProperty commandProperty() {
    return command;
  }

  public BooleanProperty onlyFailuresProperty() {
    return onlyFailures;
  }

  public BooleanProperty withoutKeepAlivesProperty() {
    return withoutKeepAlives;
  }

  /** Whether the newest entry is to be kept in view. */
  public BooleanProperty followProperty() {
    return follow;
  }

  /** Index of the chosen entry in the recording, or {@link #NONE}. */
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  /** How far the search is, from 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Which entries are wanted, such as for an export of just those. */
  public Filter filter() {
    return new Filter(
        key.get().map(Device::id).orElse(""),
        command.get(),
        onlyFailures.get(),
        withoutKeepAlives.get(),
        search.get());
  }

  /** Whether it is still written. */
  public boolean isLive() {
    return live;
  }

  /**
   * Shows another recording from its beginning, whole.
   *
   * @param written whether it is still written
   */
  void show(Recording next, boolean written) {
    live = written;
    quiet = true;
    search.set("");
    key.set(Optional.empty());
    command.set("");
    onlyFailures.set(false);
    withoutKeepAlives.set(false);
    follow.set(true);
    quiet = false;
    chosen.set(NONE);
    bytes = 0;
    recording.set(Optional.of(next));
    searchAgain();
  }

  /** Shows none. */
  void clear() {
    stopSearch();
    chosen.set(NONE);
    recording.set(Optional.empty());
    lines.set(new Lines(new Rows()));
  }

  /** The person chose an entry, and wants to read it in peace. */
  public void choose(int entry) {
    if (entry != chosen.get()) {
      chosen.set(entry);
      if (entry != NONE && lines.get().rowOf(entry) < lines.get().size() - 1) {
        follow.set(false);
      }
    }
  }

  /** Chooses the next failure below the chosen entry, from the top again after the last. */
  public void chooseNextFailure() {
    int row = lines.get().failureAfter(lines.get().rowOf(chosen.get()));
    if (row != Rows.NONE) {
      choose(lines.get().get(row).entry());
    }
  }

  /** Ends the search; what it found until then is shown. */
  public void stopSearch() {
    stop.set(true);
  }

  private void searchAgain() {
    if (quiet || recording.get().isEmpty()) {
      return;
    }
    stop.set(true);
    AtomicBoolean mine = new AtomicBoolean();
    stop = mine;
    Recording in = recording.get().get();
    TimelineSearch what =
        new TimelineSearch(
            new Filter(
                "", command.get(), onlyFailures.get(), withoutKeepAlives.get(), search.get()),
            key.get());
    wanted = what;
    searching.set(true);
    progress.set(0);
    background.run(
        () -> what.run(in, share -> tell(mine, share), mine::get),
        found -> found(mine, found),
        failed -> found(mine, new TimelineSearch.Found(new Rows(), 0)));
  }

  private void tell(AtomicBoolean whose, double share) {
    background.onWindow(() -> {
      if (whose.equals(stop)) {
        progress.set(share);
      }
    });
  }

  private void found(AtomicBoolean whose, TimelineSearch.Found found) {
    if (!whose.equals(stop)) {
      return;
    }
    seen = found.seen();
    searching.set(false);
    lines.set(new Lines(found.rows()));
  }

  /** Looks whether more was written, and adds it. */
  public void look() {
    if (looking || searching.get() || stop.get() || recording.get().isEmpty()) {
      return;
    }
    looking = true;
    AtomicBoolean whose = stop;
    Recording in = recording.get().get();
    TimelineSearch what = wanted;
    int from = seen;
    long before = bytes;
    background.run(
        () -> {
          long now = Files.size(in.file());
          if (now != before) {
            var _ = in.refresh();
          }
          int count = Math.min(in.size() - from, PORTION);
          return new More(now, from + count, what.run(in, from, count));
        },
        more -> {
          looking = false;
          if (whose.equals(stop)) {
            bytes = more.bytes();
            seen = more.seen();
            lines.get().append(more.matches());
          }
        },
        failed -> looking = false);
  }

  private record More(long bytes, int seen, List<TimelineSearch.Match> matches) {}
}
