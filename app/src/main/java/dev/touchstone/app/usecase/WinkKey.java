package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import java.util.Optional;

/** Has a key show by its light which one it is. */
public final class WinkKey {

  private final KeyRing ring;
  private final ChooseKey chooseKey;

  public WinkKey(KeyRing ring, ChooseKey chooseKey) {
    this.ring = ring;
    this.chooseKey = chooseKey;
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Opens the key, has it wink, closes it.
   *
   * @throws Failure if there is no such key or it cannot wink
   */
  public KeyDevice run(Request request) throws Failure {
    KeyDevice key = chooseKey.run(request.keyId());
    try (KeySession session = ring.open(key)) {
      if (!session.canWink()) {
        throw cannot(key);
      }
      session.wink();
      return key;
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.WINK, e), e);
    }
  }

  private static Failure cannot(KeyDevice key) {
    boolean card = key.transport() == Transport.SMART_CARD;
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            card
                ? "A key in a card reader cannot wink: only keys on USB know that command."
                : "This key does not know the command to wink.",
            "",
            "To find it among others, use --key touch, and touch the one you mean.",
            "CTAP 2.3 §11.2.9.2.1 CTAPHID_WINK"));
  }
}
