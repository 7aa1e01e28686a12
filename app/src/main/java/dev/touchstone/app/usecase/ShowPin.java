package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.manage.PinState;
import dev.touchstone.key.session.Cancellation;
import java.util.Optional;

/** Whether a key has a PIN, and how many tries are left (CTAP 2.3 §6.5.5.2). */
public final class ShowPin {

  private final KeyErrand errand;

  public ShowPin(KeyRing ring, ChooseKey chooseKey) {
    this.errand = new KeyErrand(ring, chooseKey);
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Opens the key, reads it, closes it.
   *
   * @throws Failure if there is no such key or it cannot be read
   */
  public KeyPin run(Request request) throws Failure {
    return errand.run(
        request.keyId(),
        Operation.READ_KEY,
        new Cancellation(),
        (key, conversation) -> new KeyPin(key, PinState.read(conversation)));
  }
}
