package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;

/** Exchanges the PIN of a key for another (CTAP 2.3 §6.5.5.6). */
public final class ChangePin {

  private final KeyErrand errand;

  public ChangePin(KeyRing ring, ChooseKey chooseKey) {
    this.errand = new KeyErrand(ring, chooseKey);
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Looks, changes nothing.
   *
   * @return which key it would be, how many tries are left, and the rules for the new PIN
   * @throws Failure if that key has no PIN, or takes none now
   */
  public KeyPin preview(Request request) throws Failure {
    return errand.run(
        request.keyId(),
        Operation.READ_KEY,
        new Cancellation(),
        (key, conversation) ->
            new KeyPin(key, new dev.touchstone.key.manage.ChangePin(conversation).preview()));
  }

  /**
   * Changes it. A wrong current PIN costs one try; it is not tried again.
   *
   * @param current destroyed, whatever becomes of it
   * @param newPin destroyed, whatever becomes of it
   * @return the key that has the new PIN
   * @throws Failure if the current PIN is wrong, or the new one breaks a rule
   */
  public KeyDevice apply(Request request, Pin current, Pin newPin, Cancellation cancellation)
      throws Failure {
    try {
      return errand.run(
          request.keyId(),
          Operation.CHANGE_PIN,
          cancellation,
          (key, conversation) -> {
            new dev.touchstone.key.manage.ChangePin(conversation).apply(current, newPin);
            return key;
          });
    } finally {
      current.destroy();
      newPin.destroy();
    }
  }
}
