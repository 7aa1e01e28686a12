package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.ShowRemembered;
import dev.touchstone.app.usecase.ShowRemembered.Right;
import dev.touchstone.app.usecase.UseCases;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Whether the credentials of the shown key are listed without its PIN, and the end of that. */
public final class RememberedViewModel {

  /** What is known of it. */
  public sealed interface State {
    /** The PIN is asked for, as always; also while nobody has looked yet. */
    record No() implements State {}

    record Yes(Right right) implements State {}

    /** It cannot be found out. */
    record Unreadable(Advice advice) implements State {}
  }

  private final UseCases useCases;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.No());
  private @Nullable KeyDescription shown;

  RememberedViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Looks, at the key that is shown from now on. */
  void look(KeyDescription description) {
    if (!description.equals(shown)) {
      state.set(new State.No());
    }
    shown = description;
    background.run(
        () -> useCase().of(description.info()),
        right -> tell(description, right.<State>map(State.Yes::new).orElseGet(State.No::new)),
        failure -> tell(description, new State.Unreadable(Failures.adviceOn(failure))));
  }

  /** Asks for the PIN again from now on. */
  public void forget() {
    KeyDescription description = shown;
    if (description == null) {
      return;
    }
    background.run(
        () -> useCase().forget(description.info()),
        done -> look(description),
        failure -> tell(description, new State.Unreadable(Failures.adviceOn(failure))));
  }

  private ShowRemembered useCase() {
    return useCases.keys().showRemembered();
  }

  private void tell(KeyDescription description, State told) {
    if (description.equals(shown)) {
      state.set(told);
    }
  }
}
