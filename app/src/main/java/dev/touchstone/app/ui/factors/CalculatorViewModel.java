package dev.touchstone.app.ui.factors;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.factor.totp.HashAlgorithm;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Computes one-time passwords from a secret that is kept nowhere. */
public final class CalculatorViewModel {

  /**
   * What a device would show.
   *
   * @param code now
   * @param before the one of the step before
   * @param after the one of the next step
   * @param left seconds until the next one
   * @param totp how it is computed
   */
  public record Shown(String code, String before, String after, int left, Totp totp) {}

  private final InstantSource clock;
  private final StringProperty algorithm = new SimpleStringProperty("SHA1");
  private final StringProperty digits = new SimpleStringProperty("6");
  private final StringProperty period = new SimpleStringProperty("30");
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<OtpAuth> device = Optional.empty();

  CalculatorViewModel(InstantSource clock) {
    this.clock = clock;
  }

  public StringProperty algorithmProperty() {
    return algorithm;
  }

  public StringProperty digitsProperty() {
    return digits;
  }

  /** Seconds. */
  public StringProperty periodProperty() {
    return period;
  }

  public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** How the choices say that codes are computed. */
  public Totp totp() {
    return new Totp(
        HashAlgorithm.of(algorithm.get()).orElse(HashAlgorithm.SHA1),
        Integer.parseInt(digits.get()),
        Integer.parseInt(period.get()));
  }

  /**
   * Begins.
   *
   * @param typed base32 or an otpauth URI, which says how to compute as well; wiped here
   */
  public void begin(char[] typed) {
    clear();
    String text = new String(typed);
    Arrays.fill(typed, '\0');
    try {
      device = Optional.of(DeviceViewModel.read(text, totp()));
      tick();
    } catch (Failure e) {
      failure.set(Optional.of(e.advice()));
    }
  }

  /** Computes anew; called once a second while it is shown. */
  public void tick() {
    device.ifPresent(it -> {
      Instant now = clock.instant();
      Totp totp = it.totp();
      long step = totp.step(now);
      int left = totp.period() - (int) Math.floorMod(now.getEpochSecond(), (long) totp.period());
      shown.set(
          Optional.of(
              new Shown(
                  totp.code(it.secret(), step),
                  totp.code(it.secret(), step - 1),
                  totp.code(it.secret(), step + 1),
                  left,
                  totp)));
    });
  }

  /** Forgets the secret. */
  public void clear() {
    device.ifPresent(it -> Arrays.fill(it.secret(), (byte) 0));
    device = Optional.empty();
    shown.set(Optional.empty());
    failure.set(Optional.empty());
  }
}
