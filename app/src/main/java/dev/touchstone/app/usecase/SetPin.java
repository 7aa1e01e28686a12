package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;

/** Gives a key its first PIN (CTAP 2.3 §6.5.5.5). Only a reset takes it away again. */
public final class SetPin {

  private final KeyErrand errand;

  public SetPin(KeyRing ring, ChooseKey chooseKey) {
    this.errand = new KeyErrand(ring, chooseKey);
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Looks, changes nothing.
   *
   * @return which key would get a PIN, and the rules for it
   * @throws Failure if that key can have no PIN, or has one
   */
  public KeyPin preview(Request request) throws Failure {
    return errand.run(
        request.keyId(),
        Operation.READ_KEY,
        new Cancellation(),
        (key, conversation) ->
            new KeyPin(key, new dev.touchstone.key.manage.SetPin(conversation).preview()));
  }

  /**
   * Sets it.
   *
   * @param newPin destroyed, whatever becomes of it
   * @return the key that has a PIN now
   * @throws Failure if that key can have no PIN, or has one, or this one breaks a rule
   */
  public KeyDevice apply(Request request, Pin newPin, Cancellation cancellation) throws Failure {
    try {
      return errand.run(
          request.keyId(),
          Operation.SET_PIN,
          cancellation,
          (key, conversation) -> {
            new dev.touchstone.key.manage.SetPin(conversation).apply(newPin);
            return key;
          });
    } finally {
      newPin.destroy();
    }
  }
}
