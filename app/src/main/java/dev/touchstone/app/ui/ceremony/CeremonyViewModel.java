package dev.touchstone.app.ui.ceremony;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.CeremonyWatcher;
import dev.touchstone.app.usecase.Stage;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One ceremony as a person sees it. The ceremony itself runs in the background and blocks there
 * while the person thinks; what it asks becomes a {@link Prompt}, and the person's answer wakes it.
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

  /** What is wanted from the person right now. */
  public sealed interface Prompt {
    /** Nothing: the program or the key is at work. */
    record None() implements Prompt {}

    /** A touch; {@code virtual} where only a button can give it. */
    record Touch(String keyName, boolean virtual) implements Prompt {}

    record PinWanted(PinRequest request) implements Prompt {}

    record Choice(List<Interaction.Account> accounts) implements Prompt {}
  }

  private final Background background;
  private final KeyTurn turn;
  private final VirtualTouch finger;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Idle());
  private final ReadOnlyObjectWrapper<Prompt> prompt =
      new ReadOnlyObjectWrapper<>(new Prompt.None());

  private Cancellation cancellation = new Cancellation();

  /** Completed at most once, by the person or by the cancellation, whoever comes first. */
  private @Nullable CompletableFuture<Optional<Pin>> pinAnswer;

  private @Nullable CompletableFuture<Integer> choiceAnswer;

  public CeremonyViewModel(Background background, KeyTurn turn, VirtualTouch finger) {
    this.background = background;
    this.turn = turn;
    this.finger = finger;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Prompt> promptProperty() {
    return prompt.getReadOnlyProperty();
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
    prompt.set(new Prompt.None());
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

  /** Presses the virtual key's contact. */
  public void touch() {
    finger.touch();
  }

  /** Answers {@link Prompt.PinWanted}. Whoever uses the PIN destroys it. */
  public void submitPin(Pin pin) {
    CompletableFuture<Optional<Pin>> waiting = pinAnswer;
    pinAnswer = null;
    prompt.set(new Prompt.None());
    if (waiting == null || !waiting.complete(Optional.of(pin))) {
      pin.destroy();
    }
  }

  /** Answers {@link Prompt.Choice}. */
  public void choose(int index) {
    CompletableFuture<Integer> waiting = choiceAnswer;
    choiceAnswer = null;
    prompt.set(new Prompt.None());
    if (waiting != null) {
      waiting.complete(index);
    }
  }

  private Stage stage() {
    return phase.get() instanceof Phase.Running(Stage at) ? at : Stage.FINDING_KEY;
  }

  private void end(Phase last) {
    pinAnswer = null;
    choiceAnswer = null;
    prompt.set(new Prompt.None());
    phase.set(last);
  }

  /** The ceremony's end of the line; everything here is called on the ceremony's thread. */
  private final class Watcher implements CeremonyWatcher {

    private final Cancellation mine;
    private volatile @Nullable KeyDevice key;

    Watcher(Cancellation mine) {
      this.mine = mine;
    }

    @Override
    public void keyChosen(KeyDevice chosen) {
      key = chosen;
    }

    @Override
    public void stage(Stage stage) {
      background.onWindow(() -> phase.set(new Phase.Running(stage)));
    }

    @Override
    public void touchWanted() {
      KeyDevice device = key;
      String name = device == null ? "The key" : device.name();
      boolean virtual = device != null && device.transport() == Transport.VIRTUAL;
      background.onWindow(() -> prompt.set(new Prompt.Touch(name, virtual)));
    }

    @Override
    public void touchEnded() {
      background.onWindow(() -> prompt.set(new Prompt.None()));
    }

    @Override
    public Optional<Pin> pinWanted(PinRequest request) {
      CompletableFuture<Optional<Pin>> answer = new CompletableFuture<>();
      background.onWindow(() -> {
        pinAnswer = answer;
        prompt.set(new Prompt.PinWanted(request));
      });
      try (var _ = mine.onCancel(() -> answer.complete(Optional.empty()))) {
        return answer.join();
      }
    }

    @Override
    public int chooseAccount(List<Account> accounts) {
      CompletableFuture<Integer> answer = new CompletableFuture<>();
      background.onWindow(() -> {
        choiceAnswer = answer;
        prompt.set(new Prompt.Choice(List.copyOf(accounts)));
      });
      try (var _ = mine.onCancel(() -> answer.complete(-1))) {
        return answer.join();
      }
    }
  }
}
