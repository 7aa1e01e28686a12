package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.session.Cancellation;
import java.util.Optional;

/** Finds out whether somebody has the PIN of a key; a wrong one costs a try (§6.5.5.7). */
public final class VerifyPin {

  private final KeyRing ring;
  private final ChooseKey chooseKey;

  VerifyPin(KeyRing ring, ChooseKey chooseKey) {
    this.ring = ring;
    this.chooseKey = chooseKey;
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Looks, asks for nothing.
   *
   * @return which key it would be, and how many tries are left
   * @throws Failure if that key has no PIN, or takes none now
   */
  public KeyPin preview(Request request) throws Failure {
    return new KeyErrand(ring, chooseKey)
        .run(
            request.keyId(),
            Operation.READ_KEY,
            new Cancellation(),
            (key, conversation) ->
                new KeyPin(key, new dev.touchstone.key.manage.VerifyPin(conversation).preview()));
  }

  /**
   * Asks the person, and the key.
   *
   * @return how it stands with the PIN afterwards
   * @throws Failure if the PIN is wrong, or was not given
   */
  public KeyPin run(Request request, KeyWatcher watcher, Cancellation cancellation) throws Failure {
    try (KeySitting sitting = KeySitting.open(ring, chooseKey, request.keyId(), watcher)) {
      return new KeyPin(
          sitting.key(),
          sitting.run(
              Operation.VERIFY_PIN,
              watcher,
              cancellation,
              conversation -> new dev.touchstone.key.manage.VerifyPin(conversation).apply()));
    }
  }
}
