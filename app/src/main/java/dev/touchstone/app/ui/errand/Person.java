package dev.touchstone.app.ui.errand;

import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.usecase.KeyWatcher;
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
 * The person in front of the window. A use case runs in the background and blocks there while the
 * person thinks; what it asks becomes a {@link Prompt}, and the person's answer wakes it.
 */
public final class Person {

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
  private final VirtualTouch finger;
  private final ReadOnlyObjectWrapper<Prompt> prompt =
      new ReadOnlyObjectWrapper<>(new Prompt.None());

  /** Completed at most once, by the person or by the cancellation, whoever comes first. */
  private @Nullable CompletableFuture<Optional<Pin>> pinAnswer;

  private @Nullable CompletableFuture<Integer> choiceAnswer;

  public Person(Background background, VirtualTouch finger) {
    this.background = background;
    this.finger = finger;
  }

  public ReadOnlyObjectProperty<Prompt> promptProperty() {
    return prompt.getReadOnlyProperty();
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

  /** Nothing is asked any more; called on the window's thread when the use case has ended. */
  public void leaveAlone() {
    pinAnswer = null;
    choiceAnswer = null;
    prompt.set(new Prompt.None());
  }

  /**
   * The use case's end of the line; everything in it is called on the use case's thread.
   *
   * @param cancellation what ends each question without an answer
   */
  public KeyWatcher watcher(Cancellation cancellation) {
    return new Watcher(cancellation);
  }

  private final class Watcher implements KeyWatcher {

    private final Cancellation cancellation;
    private volatile @Nullable KeyDevice key;

    Watcher(Cancellation cancellation) {
      this.cancellation = cancellation;
    }

    @Override
    public void keyChosen(KeyDevice chosen) {
      key = chosen;
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
      try (var _ = cancellation.onCancel(() -> answer.complete(Optional.empty()))) {
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
      try (var _ = cancellation.onCancel(() -> answer.complete(-1))) {
        return answer.join();
      }
    }
  }
}
