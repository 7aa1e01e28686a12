package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.trace.CompareRecordings;
import dev.touchstone.app.usecase.trace.TraceUseCases;
import dev.touchstone.key.trace.compare.Comparison.Pair;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Two recordings side by side. */
public final class ComparisonViewModel {

  /** How far it is. */
  public sealed interface State {
    /** The other recording is still to be chosen. */
    record NotYet() implements State {}

    record Comparing() implements State {}

    record Compared(CompareRecordings.Result result) implements State {}

    record Failed(Advice advice) implements State {}
  }

  private final TraceUseCases traces;
  private final Background background;
  private final ObservableList<Pair> all = FXCollections.observableArrayList();
  private final FilteredList<Pair> pairs = new FilteredList<>(all);
  private final BooleanProperty onlyDifferences = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.NotYet());
  private final ReadOnlyObjectWrapper<Optional<RecordingItem>> left =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private String rightId = "";
  private int latest;

  ComparisonViewModel(TraceUseCases traces, Background background) {
    this.traces = traces;
    this.background = background;
    onlyDifferences.subscribe(only -> pairs.setPredicate(pair -> !only || !pair.same()));
  }

  /** Commands in their order, those of both sides that belong together as one. */
  public ObservableList<Pair> pairs() {
    return pairs;
  }

  public BooleanProperty onlyDifferencesProperty() {
    return onlyDifferences;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The one that is compared with another. */
  public ReadOnlyObjectProperty<Optional<RecordingItem>> leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** How many commands differ. */
  public long differing() {
    return all.stream().filter(pair -> !pair.same()).count();
  }

  void begin(RecordingItem item) {
    latest++;
    rightId = "";
    all.clear();
    left.set(Optional.of(item));
    state.set(new State.NotYet());
  }

  /** Compares with this one, unless that is done already. */
  public void compareWith(RecordingItem right) {
    String other = right.kept().id();
    if (left.get().isEmpty() || other.equals(rightId)) {
      return;
    }
    rightId = other;
    String one = left.get().get().kept().id();
    int mine = ++latest;
    all.clear();
    state.set(new State.Comparing());
    background.run(
        () -> traces.compareRecordings().run(one, other),
        result -> {
          if (mine == latest) {
            all.setAll(result.comparison().pairs());
            state.set(new State.Compared(result));
          }
        },
        thrown -> {
          if (mine == latest) {
            state.set(new State.Failed(Failures.adviceOn(thrown)));
          }
        });
  }
}
