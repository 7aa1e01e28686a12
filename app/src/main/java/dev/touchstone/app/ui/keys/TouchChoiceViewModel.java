package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.TouchPrompter;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Choosing a key by touching it. */
public final class TouchChoiceViewModel {

  /** How far it is. */
  public sealed interface Phase {
    record Closed() implements Phase {}

    /** These keys blink. */
    record Waiting(List<KeyDevice> blinking) implements Phase {}

    /** None was chosen. */
    record Refused(Advice advice) implements Phase {}
  }

  private final UseCases useCases;
  private final Background background;
  private final KeyTurn turn;
  private final Consumer<KeyDevice> chosen;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Closed());
  private Cancellation cancellation = new Cancellation();

  /**
   * @param chosen is told of the key that was touched
   */
  TouchChoiceViewModel(
      UseCases useCases, Background background, KeyTurn turn, Consumer<KeyDevice> chosen) {
    this.useCases = useCases;
    this.background = background;
    this.turn = turn;
    this.chosen = chosen;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Lets all keys blink. */
  public void open() {
    if (!(phase.get() instanceof Phase.Closed)) {
      return;
    }
    Cancellation own = new Cancellation();
    cancellation = own;
    phase.set(new Phase.Waiting(List.of()));
    background.run(
        () -> turn.read(() -> useCases.keys().chooseByTouch().run(new Prompter(own))),
        key -> {
          phase.set(new Phase.Closed());
          chosen.accept(key);
        },
        failure -> {
          if (phase.get() instanceof Phase.Waiting) {
            phase.set(new Phase.Refused(Failures.adviceOn(failure)));
          }
        });
  }

  /** Touches the virtual key that this program gives power, if it blinks. */
  public void touchVirtual() {
    useCases.virtualTouch().touch();
  }

  /** Chooses none. */
  public void close() {
    phase.set(new Phase.Closed());
    cancellation.cancel();
  }

  private void blinks(Cancellation of, KeyDevice key) {
    if (of == cancellation && phase.get() instanceof Phase.Waiting(List<KeyDevice> before)) {
      phase.set(new Phase.Waiting(Stream.concat(before.stream(), Stream.of(key)).toList()));
    }
  }

  private final class Prompter implements TouchPrompter {
    private final Cancellation own;

    Prompter(Cancellation own) {
      this.own = own;
    }

    @Override
    public void blinks(KeyDevice key) {
      background.onWindow(() -> TouchChoiceViewModel.this.blinks(own, key));
    }

    @Override
    public void ended() {}

    @Override
    public Cancellation cancellation() {
      return own;
    }
  }
}
