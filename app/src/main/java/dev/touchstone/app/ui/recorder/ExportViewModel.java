package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.trace.ExportRecording;
import dev.touchstone.app.usecase.trace.TraceUseCases;
import dev.touchstone.key.trace.export.Format;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.message.Names;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Writes a recording into a file for somebody else. */
public final class ExportViewModel {

  /** How far it is. */
  public sealed interface State {
    record NotYet() implements State {}

    record Writing(Path file) implements State {}

    record Written(Path file, int entries) implements State {}

    record Failed(Advice advice) implements State {}
  }

  private final TraceUseCases traces;
  private final Background background;
  private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.TEXT);
  private final BooleanProperty named = new SimpleBooleanProperty();
  private final BooleanProperty onlyShown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.NotYet());
  private @Nullable RecordingItem item;
  private Filter shown = Filter.ALL;

  ExportViewModel(TraceUseCases traces, Background background) {
    this.traces = traces;
    this.background = background;
    format.subscribe(() -> state.set(new State.NotYet()));
  }

  public ObjectProperty<Format> formatProperty() {
    return format;
  }

  /** Whether people's names are in it; packets that name them do so in any case. */
  public BooleanProperty namedProperty() {
    return named;
  }

  /** Whether only those entries are written that the timeline shows. */
  public BooleanProperty onlyShownProperty() {
    return onlyShown;
  }

  /** Whether the timeline shows less than all. */
  public boolean isFiltered() {
    return !shown.equals(Filter.ALL);
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  void begin(RecordingItem which, Filter filter) {
    item = which;
    shown = filter;
    named.set(false);
    onlyShown.set(isFiltered());
    state.set(new State.NotYet());
  }

  /** What to call the file. */
  public String suggestedName() {
    RecordingItem which = item;
    return "touchstone-" + (which == null ? "" : which.kept().id()) + format.get().ending();
  }

  /** Writes it; a file that is there is replaced. */
  public void write(Path file) {
    RecordingItem which = item;
    if (which == null) {
      return;
    }
    ExportRecording.Request request =
        new ExportRecording.Request(
            which.kept().id(),
            file,
            format.get(),
            onlyShown.get() ? shown : Filter.ALL,
            named.get() ? Names.SHOWN : Names.HIDDEN);
    state.set(new State.Writing(file));
    background.run(
        () -> traces.exportRecording().run(request),
        entries -> state.set(new State.Written(file, entries)),
        thrown -> state.set(new State.Failed(Failures.adviceOn(thrown))));
  }
}
