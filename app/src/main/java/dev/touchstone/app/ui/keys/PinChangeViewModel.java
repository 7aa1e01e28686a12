package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.ChangePin;
import dev.touchstone.app.usecase.KeyPin;
import dev.touchstone.app.usecase.SetPin;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.VerifyPin;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Setting or changing the PIN of one key, from the question to the key's answer. */
public final class PinChangeViewModel {

  /** What is done. */
  public enum Job {
    SET,
    CHANGE,
    /** Whether it is the PIN; a wrong one costs a try. */
    VERIFY
  }

  /** How far it is. */
  public sealed interface Phase {
    record Closed() implements Phase {}

    /** The key is asked how it stands with its PIN. */
    record Looking(KeyDevice key) implements Phase {}

    /** PINs are to be typed; {@code mistake} is what the key said to those typed before. */
    record Asking(KeyPin pin, Optional<Advice> mistake) implements Phase {}

    /** The key was given the PINs. */
    record Working(KeyDevice key) implements Phase {}

    record Taken(KeyDevice key) implements Phase {}

    /** It cannot be done, now or at all. */
    record Refused(Advice advice) implements Phase {}
  }

  private final UseCases useCases;
  private final Background background;
  private final KeyTurn turn;
  private final Runnable taken;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Closed());
  private Job job = Job.SET;
  private int looks;

  /**
   * @param taken called when a key has a new PIN
   */
  PinChangeViewModel(UseCases useCases, Background background, KeyTurn turn, Runnable taken) {
    this.useCases = useCases;
    this.background = background;
    this.turn = turn;
    this.taken = taken;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  public Job job() {
    return job;
  }

  /** Begins with a look at the key. */
  public void open(Job job, KeyDevice key) {
    if (phase.get() instanceof Phase.Closed) {
      this.job = job;
      look(key, Optional.empty());
    }
  }

  /** Puts it away. A key that was given its PINs is waited for; that takes no touch. */
  public void close() {
    if (!(phase.get() instanceof Phase.Working)) {
      phase.set(new Phase.Closed());
    }
  }

  /** Gives the key the PINs, once; they are wiped on every path. */
  void submit(TypedPins typed) {
    if (!(phase.get() instanceof Phase.Asking(KeyPin pin, var _))
        || typed.missing(job, pin.state().rules()).isPresent()) {
      typed.close();
      return;
    }
    KeyDevice key = pin.key();
    phase.set(new Phase.Working(key));
    background.run(
        () -> {
          try (typed) {
            return turn.read(() -> apply(key, typed));
          }
        },
        done -> {
          phase.set(new Phase.Taken(key));
          taken.run();
        },
        failure -> look(key, Optional.of(Failures.adviceOn(failure))));
  }

  private KeyDevice apply(KeyDevice key, TypedPins typed) throws Exception {
    Optional<String> id = Optional.of(key.id());
    return switch (job) {
      case SET ->
          useCases.keys().setPin().apply(new SetPin.Request(id), typed.fresh(), new Cancellation());
      case CHANGE -> {
        Pin current = typed.current().orElseThrow();
        yield useCases
            .keys()
            .changePin()
            .apply(new ChangePin.Request(id), current, typed.fresh(), new Cancellation());
      }
      case VERIFY ->
          useCases
              .keys()
              .verifyPin()
              .run(
                  new VerifyPin.Request(id),
                  new TypedOnce(typed.current().orElseThrow()),
                  new Cancellation())
              .key();
    };
  }

  /** After a mistake the key is asked anew, because it may have cost a try. */
  private void look(KeyDevice key, Optional<Advice> mistake) {
    int mine = ++looks;
    phase.set(new Phase.Looking(key));
    background.run(
        () -> turn.read(preview(key)),
        pin -> goOn(mine, new Phase.Asking(pin, mistake)),
        failure -> goOn(mine, new Phase.Refused(Failures.adviceOn(failure))));
  }

  private Callable<KeyPin> preview(KeyDevice key) {
    Optional<String> id = Optional.of(key.id());
    return switch (job) {
      case SET -> () -> useCases.keys().setPin().preview(new SetPin.Request(id));
      case CHANGE -> () -> useCases.keys().changePin().preview(new ChangePin.Request(id));
      case VERIFY -> () -> useCases.keys().verifyPin().preview(new VerifyPin.Request(id));
    };
  }

  /** Not for somebody who has gone away meanwhile, or come back. */
  private void goOn(int look, Phase next) {
    if (look == looks && phase.get() instanceof Phase.Looking) {
      phase.set(next);
    }
  }
}
