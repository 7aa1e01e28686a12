package dev.touchstone.app.ui.factors;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.password.account.Passwords;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The device and the password of one user. */
public final class DeviceViewModel {

  /**
   * How it stands with the user.
   *
   * @param name whose
   * @param device whether there is one
   * @param pending what a device is told that waits for its first code; empty if none waits
   * @param password whether there is one
   * @param allowed whether anybody may sign in by a password
   */
  public record Standing(
      String name,
      TotpDevices.State device,
      Optional<OtpAuth> pending,
      Passwords.State password,
      boolean allowed) {}

  /** What would be lost, shown before it is. */
  public enum Question {
    DISABLE,
    NEW_RECOVERY_CODES,
    REMOVE_PASSWORD,
    ALLOW_PASSWORDS,
    FORBID_PASSWORDS
  }

  private final UseCases useCases;
  private final Background background;
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty code = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Standing>> standing =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<String>> recoveryCodes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  DeviceViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
  }

  /** Whose factors are looked for. */
  public StringProperty userProperty() {
    return user;
  }

  /** The device's first code. */
  public StringProperty codeProperty() {
    return code;
  }

  /** Empty until somebody was looked for and found. */
  public ReadOnlyObjectProperty<Optional<Standing>> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /** Shown this once; empty most of the time. */
  public ReadOnlyObjectProperty<List<String>> recoveryCodesProperty() {
    return recoveryCodes.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** What was done last, one sentence; empty if nothing was. */
  public ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Looks how it stands with the user who is typed. */
  public void look() {
    recoveryCodes.set(List.of());
    news.set("");
    String name = user.get().strip();
    if (name.isEmpty()) {
      standing.set(Optional.empty());
      return;
    }
    run(() -> standing(name), found -> standing.set(Optional.of(found)));
  }

  /** Puts recovery codes and secrets away. */
  public void leave() {
    recoveryCodes.set(List.of());
    code.set("");
  }

  private Standing standing(String name) throws Failure {
    TotpDevices.State device = useCases.totp().state(name);
    boolean waits = device.totp().isPresent() && device.confirmed().isEmpty();
    return new Standing(
        name,
        device,
        waits ? Optional.of(useCases.totp().pending(name)) : Optional.empty(),
        useCases.passwords().state(name),
        useCases.passwords().isAllowed());
  }

  /** Begins with a device that gets a new secret. */
  public void enable(Totp totp) {
    change(
        name -> {
          OtpAuth _ = useCases.totp().enable(name, totp, Optional.empty());
        },
        "");
  }

  /**
   * Begins with a device that has a secret already.
   *
   * @param typed base32 or an otpauth URI; wiped here
   */
  public void take(char[] typed, Totp usual) {
    String text = new String(typed);
    Arrays.fill(typed, '\0');
    change(
        name -> {
          OtpAuth _ = useCases.totp().enable(name, usual, Optional.of(read(text, usual)));
        },
        "");
  }

  static OtpAuth read(String text, Totp usual) throws Failure {
    try {
      return OtpAuth.parse(text, usual);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              String.valueOf(e.getMessage()),
              "Nothing was changed.",
              "Paste the secret in base32, or the otpauth URI.",
              ""));
    }
  }

  /** Makes it a factor by its first code. */
  public void confirm() {
    String typed = code.get();
    code.set("");
    named(name ->
        run(
            () -> useCases.totp().confirm(name, typed),
            codes -> {
              look();
              recoveryCodes.set(codes);
              news.set("The device of %s is a factor from now on.".formatted(name));
            }));
  }

  /**
   * Sets the password.
   *
   * @param password wiped here
   * @param again the same once more; wiped here
   */
  public void setPassword(char[] password, char[] again) {
    boolean same = Arrays.equals(password, again);
    Arrays.fill(again, '\0');
    change(
        name -> {
          try {
            if (!same) {
              throw new Failure(
                  new Advice(
                      Advice.Kind.USAGE,
                      "These were two different passwords.",
                      "Nothing was changed.",
                      "Type the same one twice.",
                      ""));
            }
            useCases.passwords().set(name, password);
          } finally {
            Arrays.fill(password, '\0');
          }
        },
        "The password is set.");
  }

  /** Asks before something is lost or opened. */
  public void ask(Question wanted) {
    question.set(Optional.of(wanted));
  }

  /** Leaves it as it is. */
  public void keep() {
    question.set(Optional.empty());
  }

  /** Does what was asked. */
  public void go() {
    Optional<Question> asked = question.get();
    question.set(Optional.empty());
    asked.ifPresent(it -> {
      switch (it) {
        case DISABLE ->
            change(
                name -> {
                  boolean _ = useCases.totp().disable(name);
                },
                "The device and its recovery codes are forgotten.");
        case NEW_RECOVERY_CODES ->
            named(name ->
                run(
                    () -> useCases.totp().recoveryCodes(name),
                    codes -> {
                      look();
                      recoveryCodes.set(codes);
                    }));
        case REMOVE_PASSWORD ->
            change(
                name -> {
                  boolean _ = useCases.passwords().remove(name);
                },
                "The password is taken away.");
        case ALLOW_PASSWORDS, FORBID_PASSWORDS ->
            change(
                name -> {
                  boolean _ = useCases.passwords().allow(it == Question.ALLOW_PASSWORDS);
                },
                it == Question.ALLOW_PASSWORDS
                    ? "Who has a password and a device may sign in by both."
                    : "Nobody may sign in by a password.");
      }
    });
  }

  private interface Deed {
    void run(String name) throws Failure;
  }

  private void change(Deed deed, String sentence) {
    named(name ->
        run(
            () -> {
              deed.run(name);
              return true;
            },
            done -> {
              look();
              news.set(sentence);
            }));
  }

  private void named(Consumer<String> work) {
    standing.get().ifPresent(it -> work.accept(it.name()));
  }

  private <T> void run(Callable<T> work, Consumer<T> done) {
    failure.set(Optional.empty());
    background.run(work, done, thrown -> failure.set(Optional.of(Failures.adviceOn(thrown))));
  }
}
