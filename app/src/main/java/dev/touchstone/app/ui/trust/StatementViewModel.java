package dev.touchstone.app.ui.trust;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.usecase.trust.CompareWithStatement;
import dev.touchstone.app.usecase.trust.TrustUseCases;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A key beside what its vendor states of its model. */
public final class StatementViewModel {

  /** How far it is. */
  public sealed interface State {
    record NotYet() implements State {}

    record Reading() implements State {}

    record Compared(CompareWithStatement.Result result) implements State {}

    record Failed(Advice advice) implements State {}
  }

  private final TrustUseCases useCases;
  private final Background background;
  private final KeyTurn turn;
  private final ObjectProperty<KeyWish> key = new SimpleObjectProperty<>(new KeyWish.Any());
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.NotYet());

  public StatementViewModel(TrustUseCases useCases, Background background, KeyTurn turn) {
    this.useCases = useCases;
    this.background = background;
    this.turn = turn;
  }

  public ObjectProperty<KeyWish> keyProperty() {
    return key;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Reads the key that was chosen, and compares. */
  public void compare() {
    Optional<String> id = key.get().keyId();
    state.set(new State.Reading());
    background.run(
        () -> turn.read(() -> useCases.compareWithStatement().run(id)),
        result -> state.set(new State.Compared(result)),
        failure -> state.set(new State.Failed(Failures.adviceOn(failure))));
  }
}
