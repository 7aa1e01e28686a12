package dev.touchstone.app.ui.ceremony;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.errand.Person;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.CeremonyWatcher;
import dev.touchstone.app.usecase.KeyWatcher;
import dev.touchstone.app.usecase.Stage;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One ceremony as a person sees it. The ceremony itself runs in the background and blocks there
 * while the {@link Person} thinks.
 */
public final class CeremonyViewModel {

  /** What is to be run: a use case with its request. */
  @FunctionalInterface
  public interface Ceremony {
    CeremonyResult run(CeremonyWatcher watcher, Cancellation cancellation) throws Failure;
  }

  /** Where the ceremony is as a whole. */
  public sealed interface Phase {
    record Idle() implements Phase {}

    /** Under way, at {@code stage}. */
    record Running(Stage stage) implements Phase {}

    record Finished(CeremonyResult result) implements Phase {}

    /** Came to no verdict; {@code stage} is where. */
    record Failed(Advice advice, Stage stage) implements Phase {}
  }

  private final Background background;
  private final KeyTurn turn;
  private final Person person;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Idle());

  private Cancellation cancellation = new Cancellation();

  public CeremonyViewModel(Background background, KeyTurn turn, VirtualTouch finger) {
    this.background = background;
    this.turn = turn;
    this.person = new Person(background, finger);
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Who answers what the key asks. */
  public Person person() {
    return person;
  }

  public boolean isRunning() {
    return phase.get() instanceof Phase.Running;
  }

  /** Starts a ceremony; does nothing while one is running. */
  public void start(Ceremony ceremony) {
    if (isRunning()) {
      return;
    }
    Cancellation mine = new Cancellation();
    cancellation = mine;
    phase.set(new Phase.Running(Stage.FINDING_KEY));
    background.run(
        () -> {
          turn.awaitReader();
          return ceremony.run(new Watcher(mine), mine);
        },
        result -> end(new Phase.Finished(result)),
        failure -> end(new Phase.Failed(Failures.adviceOn(failure), stage())));
  }

  /** Stops the ceremony, also while the key waits for a touch or the program for a PIN. */
  public void cancel() {
    Cancellation running = cancellation;
    background.run(
        () -> {
          running.cancel();
          return true;
        },
        done -> {},
        failed -> {});
  }

  /** Back to the start, so that another ceremony can be prepared. */
  public void reset() {
    if (!isRunning()) {
      phase.set(new Phase.Idle());
    }
  }

  private Stage stage() {
    return phase.get() instanceof Phase.Running(Stage at) ? at : Stage.FINDING_KEY;
  }

  private void end(Phase last) {
    person.leaveAlone();
    phase.set(last);
  }

  /** The ceremony's end of the line; everything here is called on the ceremony's thread. */
  private final class Watcher implements CeremonyWatcher {

    private final KeyWatcher answers;

    Watcher(Cancellation mine) {
      this.answers = person.watcher(mine);
    }

    @Override
    public void keyChosen(KeyDevice chosen) {
      answers.keyChosen(chosen);
    }

    @Override
    public void stage(Stage stage) {
      background.onWindow(() -> phase.set(new Phase.Running(stage)));
    }

    @Override
    public void touchWanted() {
      answers.touchWanted();
    }

    @Override
    public void touchEnded() {
      answers.touchEnded();
    }

    @Override
    public Optional<Pin> pinWanted(PinRequest request) {
      return answers.pinWanted(request);
    }

    @Override
    public int chooseAccount(List<Account> accounts) {
      return answers.chooseAccount(accounts);
    }
  }
}
