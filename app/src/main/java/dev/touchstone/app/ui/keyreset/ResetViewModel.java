package dev.touchstone.app.ui.keyreset;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.errand.Person;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.KeyWatcher;
import dev.touchstone.app.usecase.ResetKey;
import dev.touchstone.app.usecase.ResetWatcher;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One reset, from the look at what would be lost to the look at the key afterwards. */
public final class ResetViewModel {

  /** How far it is. */
  public sealed interface Phase {
    record Closed() implements Phase {}

    record Looking(KeyDevice key) implements Phase {}

    /** The person reads what would be lost, and types the word. */
    record Asking(ResetKey.Preview preview) implements Phase {}

    /** The person or the key does this now. */
    record Doing(ResetWatcher.Step step) implements Phase {}

    record Done(ResetKey.Result result) implements Phase {}

    record Failed(Advice advice) implements Phase {}
  }

  /** What has to be typed before a key is reset. */
  public static final String WORD = "reset";

  private final UseCases useCases;
  private final Background background;
  private final KeyTurn turn;
  private final Runnable changed;
  private final Person person;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Closed());
  private Cancellation cancellation = new Cancellation();

  /**
   * @param changed called when a key was reset, or may have been
   */
  public ResetViewModel(UseCases useCases, Background background, KeyTurn turn, Runnable changed) {
    this.useCases = useCases;
    this.background = background;
    this.turn = turn;
    this.changed = changed;
    this.person = new Person(background, useCases.virtualTouch());
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Who is asked for the touch. */
  public Person person() {
    return person;
  }

  public InstantSource clock() {
    return useCases.clock();
  }

  /** Looks what would be lost. */
  public void open(KeyDevice key) {
    if (!(phase.get() instanceof Phase.Closed)) {
      return;
    }
    phase.set(new Phase.Looking(key));
    ResetKey.Request request = new ResetKey.Request(Optional.of(key.id()));
    background.run(
        () -> turn.read(() -> useCases.keys().resetKey().preview(request)),
        preview -> goOnLooking(new Phase.Asking(preview)),
        failure -> goOnLooking(new Phase.Failed(Failures.adviceOn(failure))));
  }

  /**
   * Begins, if the word is the right one.
   *
   * @param word what was typed
   */
  public void confirm(String word) {
    if (!(phase.get() instanceof Phase.Asking(ResetKey.Preview preview))
        || !word.strip().equalsIgnoreCase(WORD)) {
      return;
    }
    Cancellation mine = new Cancellation();
    cancellation = mine;
    phase.set(new Phase.Doing(new ResetWatcher.Step.LookAt(preview.key(), Optional.empty())));
    Steps steps = new Steps(person.watcher(mine));
    background.run(
        // nobody else in this window reads the key when it comes back
        () -> turn.read(() -> useCases.keys().resetKey().apply(preview, steps, mine)),
        result -> end(new Phase.Done(result)),
        failure -> {
          Advice advice = Failures.adviceOn(failure);
          boolean known = advice.kind() == Advice.Kind.CANCELLED;
          end(known ? new Phase.Closed() : new Phase.Failed(advice));
        });
  }

  /** Puts it away; what is under way is stopped, as long as the key was not touched. */
  public void close() {
    if (phase.get() instanceof Phase.Doing) {
      Cancellation running = cancellation;
      background.run(
          () -> {
            running.cancel();
            return true;
          },
          done -> {},
          failed -> {});
    } else {
      phase.set(new Phase.Closed());
    }
  }

  private void goOnLooking(Phase next) {
    if (phase.get() instanceof Phase.Looking) {
      phase.set(next);
    }
  }

  private void end(Phase last) {
    person.leaveAlone();
    phase.set(last);
    changed.run();
  }

  /** The use case's end of the line, called on its thread. */
  private final class Steps implements ResetWatcher {

    private final KeyWatcher asks;

    Steps(KeyWatcher asks) {
      this.asks = asks;
    }

    @Override
    public void step(Step step) {
      background.onWindow(() -> phase.set(new Phase.Doing(step)));
    }

    @Override
    public void keyChosen(KeyDevice key) {
      asks.keyChosen(key);
    }

    @Override
    public void touchWanted() {
      asks.touchWanted();
    }

    @Override
    public void touchEnded() {
      asks.touchEnded();
    }

    @Override
    public Optional<Pin> pinWanted(PinRequest request) {
      return Optional.empty();
    }

    @Override
    public int chooseAccount(List<Account> accounts) {
      return -1;
    }
  }
}
