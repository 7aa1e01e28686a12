package dev.touchstone.app.ui.desk;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.usecase.ReplaceLostKey.State;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A key is lost: the proof, the new key, and what was found again. */
public final class LostKeyViewModel {

  private final UseCases useCases;
  private final Background background;
  private final CeremonyViewModel ceremony;
  private final DeskViewModel desk;
  private final ReadOnlyObjectWrapper<Optional<State>> state =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Proof> proof = new SimpleObjectProperty<>(Proof.EMAIL);
  private final ObjectProperty<KeyWish> key = new SimpleObjectProperty<>(new KeyWish.Any());
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty label = new SimpleStringProperty("");

  public LostKeyViewModel(
      UseCases useCases, Background background, CeremonyViewModel ceremony, DeskViewModel desk) {
    this.useCases = useCases;
    this.background = background;
    this.ceremony = ceremony;
    this.desk = desk;
  }

  public CeremonyViewModel ceremony() {
    return ceremony;
  }

  /** Where the flow stands; empty while no key is lost. */
  public ReadOnlyObjectProperty<Optional<State>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What was done last, one sentence; empty if nothing. */
  public ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** By what the person proves who they are. */
  public ObjectProperty<Proof> proofProperty() {
    return proof;
  }

  public ObjectProperty<KeyWish> keyProperty() {
    return key;
  }

  /** What the person told; it is forgotten with the next step. */
  public StringProperty codeProperty() {
    return code;
  }

  /** What the new key is called. */
  public StringProperty labelProperty() {
    return label;
  }

  /** Somebody says that this one is lost. */
  public void begin(Credential credential) {
    label.set(credential.label());
    ask(
        () -> useCases.desk().lostKey().look(credential.userName(), Optional.of(credential.id())),
        this::show,
        "");
  }

  private void show(State now) {
    if (!now.provable().isEmpty() && !now.provable().contains(proof.get())) {
      proof.set(now.provable().getFirst());
    }
    code.set("");
    state.set(Optional.of(now));
  }

  /** Sends a code to their address. */
  public void sendCode() {
    state
        .get()
        .ifPresent(it ->
            ask(
                () -> {
                  useCases.desk().lostKey().sendCode(it);
                  return it;
                },
                this::show,
                "A code is on its way. The person reads it to you."));
  }

  /** The person told the code: the lost key stops. */
  public void prove() {
    String typed = code.get();
    state
        .get()
        .ifPresent(it ->
            ask(
                () -> useCases.desk().lostKey().report(it, proof.get(), typed),
                this::show,
                "It is them. The lost key signs nobody in any more."));
  }

  /** The person told the code, and that the key was found. */
  public void found() {
    String typed = code.get();
    state
        .get()
        .ifPresent(it ->
            ask(
                () -> useCases.desk().lostKey().found(it, proof.get(), typed),
                now -> {
                  leave();
                  desk.tell("The key signs in again.");
                },
                ""));
  }

  /** Registers the new key. */
  public void replace() {
    state
        .get()
        .ifPresent(it ->
            ceremony.start((watcher, cancellation) ->
                useCases
                    .desk()
                    .lostKey()
                    .replace(
                        it,
                        key.get().keyId(),
                        Optional.of(label.get().strip()).filter(text -> !text.isEmpty()),
                        watcher,
                        cancellation)));
  }

  /** The ceremony is over, and the person has seen its end. */
  public void finish() {
    leave();
    ceremony.reset();
    desk.tell("");
  }

  /** Not now: what was done is done, and the flow can go on later. */
  public void leave() {
    code.set("");
    state.set(Optional.empty());
    failure.set(Optional.empty());
    news.set("");
    desk.refresh();
  }

  private <T> void ask(Callable<T> task, Consumer<T> done, String told) {
    background.run(
        task,
        result -> {
          failure.set(Optional.empty());
          news.set(told);
          done.accept(result);
        },
        thrown -> {
          news.set("");
          code.set("");
          failure.set(Optional.of(Failures.adviceOn(thrown)));
        });
  }
}
