package dev.touchstone.app.ui.factors;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.factor.ProveEmail.Typed;
import dev.touchstone.app.usecase.factor.ProveEmail.Wish;
import dev.touchstone.rp.account.User;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** An address that is proved by a code: asked for, sent, accepted. */
public final class EmailViewModel {

  /** What it is for. */
  public enum Purpose {
    NEW_ACCOUNT,
    CHANGE,
    RECOVERY
  }

  /** How far it came. */
  public sealed interface Phase {
    /** An address is typed. */
    record Asking() implements Phase {}

    /**
     * The code is awaited.
     *
     * @param wish whose
     * @param undelivered why mail cannot be handed over; empty if it can
     */
    record Sent(Wish wish, Optional<String> undelivered) implements Phase {}

    /** It was accepted. */
    record Proved(Wish wish, User user) implements Phase {}
  }

  private final UseCases useCases;
  private final Background background;
  private final ObjectProperty<Purpose> purpose = new SimpleObjectProperty<>(Purpose.NEW_ACCOUNT);
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty displayName = new SimpleStringProperty("");
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty oldCode = new SimpleStringProperty("");
  private final StringProperty second = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Asking());
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  EmailViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    purpose.subscribe((before, now) -> again());
  }

  public ObjectProperty<Purpose> purposeProperty() {
    return purpose;
  }

  public StringProperty emailProperty() {
    return email;
  }

  /** Whose address is changed. */
  public StringProperty userProperty() {
    return user;
  }

  public StringProperty displayNameProperty() {
    return displayName;
  }

  public StringProperty codeProperty() {
    return code;
  }

  /** The one that went to the old address. */
  public StringProperty oldCodeProperty() {
    return oldCode;
  }

  /** A one-time password or a recovery code. */
  public StringProperty secondProperty() {
    return second;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  private Wish wish() {
    String address = email.get().strip();
    return switch (purpose.get()) {
      case NEW_ACCOUNT -> new Wish.NewAccount(address, displayName.get().strip());
      case CHANGE -> new Wish.Change(user.get().strip(), address);
      case RECOVERY -> new Wish.Recovery(address);
    };
  }

  /** Sends a code, or another one. */
  public void send() {
    Wish wish = phase.get() instanceof Phase.Sent(Wish before, var _) ? before : wish();
    begin();
    background.run(
        () -> useCases.proveEmail().begin(wish),
        undelivered -> {
          working.set(false);
          phase.set(new Phase.Sent(wish, undelivered));
        },
        this::fail);
  }

  /** Judges what was typed. */
  public void prove() {
    if (!(phase.get() instanceof Phase.Sent(Wish wish, var _))) {
      return;
    }
    Typed typed = new Typed(code.get(), oldCode.get(), second.get());
    begin();
    background.run(
        () -> useCases.proveEmail().finish(wish, typed),
        owner -> {
          working.set(false);
          forget();
          phase.set(new Phase.Proved(wish, owner));
        },
        this::fail);
  }

  /** Begins anew, with another address. */
  public void again() {
    failure.set(Optional.empty());
    forget();
    phase.set(new Phase.Asking());
  }

  private void begin() {
    failure.set(Optional.empty());
    working.set(true);
  }

  private void forget() {
    Stream.of(code, oldCode, second).forEach(it -> it.set(""));
  }

  private void fail(Exception thrown) {
    working.set(false);
    failure.set(Optional.of(Failures.adviceOn(thrown)));
  }
}
