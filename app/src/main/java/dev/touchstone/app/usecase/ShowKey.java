package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;

/** What a key can do and how it is set up: {@code authenticatorGetInfo} in words. */
public final class ShowKey {

  private final KeyRing ring;
  private final ChooseKey chooseKey;

  public ShowKey(KeyRing ring, ChooseKey chooseKey) {
    this.ring = ring;
    this.chooseKey = chooseKey;
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Opens the key, reads it, closes it.
   *
   * @throws Failure if there is no such key or it cannot be read
   */
  public KeyDescription run(Request request) throws Failure {
    KeyDevice key = chooseKey.run(request.keyId());
    try (KeySession session = ring.open(key)) {
      return KeyWords.describe(key, session);
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.READ_KEY, e), e);
    }
  }
}
