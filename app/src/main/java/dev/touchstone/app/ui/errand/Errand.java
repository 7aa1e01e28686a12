package dev.touchstone.app.ui.errand;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.KeyWatcher;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.session.Cancellation;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Things done at a key, one after the other: each runs in the background, asks the person through a
 * {@link Person}, and ends with its result or an advice.
 */
public final class Errand {

  /** A use case with its request. */
  @FunctionalInterface
  public interface Job<T> {
    T run(KeyWatcher watcher, Cancellation cancellation) throws Exception;
  }

  /** How far it is. */
  public sealed interface Phase {
    record Idle() implements Phase {}

    /** Under way; {@code words} say what is done. */
    record Running(String words) implements Phase {}

    /** Ended badly, until the person has read it. */
    record Failed(Advice advice) implements Phase {}
  }

  private final Background background;
  private final KeyTurn turn;
  private final Person person;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Idle());
  private Cancellation cancellation = new Cancellation();

  public Errand(Background background, KeyTurn turn, VirtualTouch finger) {
    this.background = background;
    this.turn = turn;
    this.person = new Person(background, finger);
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  public Person person() {
    return person;
  }

  public boolean isRunning() {
    return phase.get() instanceof Phase.Running;
  }

  /**
   * Starts a job; does nothing while one is running. A failure is shown until {@link #dismiss}.
   *
   * @param words what is done, such as {@code Reading the credentials}
   * @param done told the result on the window's thread
   */
  public <T> void start(String words, Job<T> job, Consumer<? super T> done) {
    start(words, job, done, advice -> {});
  }

  /**
   * As {@link #start(String, Job, Consumer)}.
   *
   * @param failed told besides, on the window's thread; also when the person cancelled, who is
   *     shown nothing more
   */
  public <T> void start(
      String words, Job<T> job, Consumer<? super T> done, Consumer<Advice> failed) {
    if (isRunning()) {
      return;
    }
    Cancellation mine = new Cancellation();
    cancellation = mine;
    phase.set(new Phase.Running(words));
    background.run(
        () -> {
          turn.awaitReader();
          return job.run(person.watcher(mine), mine);
        },
        result -> {
          end(new Phase.Idle());
          done.accept(result);
        },
        failure -> {
          Advice advice = Failures.adviceOn(failure);
          boolean known = advice.kind() == Advice.Kind.CANCELLED;
          end(known ? new Phase.Idle() : new Phase.Failed(advice));
          failed.accept(advice);
        });
  }

  /** Stops what runs, also while the key waits for a touch or the program for a PIN. */
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

  /** The person has read the advice. */
  public void dismiss() {
    if (!isRunning()) {
      phase.set(new Phase.Idle());
    }
  }

  private void end(Phase last) {
    person.leaveAlone();
    phase.set(last);
  }
}
