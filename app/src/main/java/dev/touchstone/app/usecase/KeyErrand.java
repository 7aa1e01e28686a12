package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;

/** Opens a key, does one thing that asks the person nothing more, and closes it. */
record KeyErrand(KeyRing ring, ChooseKey chooseKey) {

  /** The one thing. */
  @FunctionalInterface
  interface Thing<T> {
    T run(KeyDevice key, Conversation conversation) throws KeyException;
  }

  <T> T run(Optional<String> keyId, Operation operation, Cancellation cancellation, Thing<T> thing)
      throws Failure {
    KeyDevice key = chooseKey.run(keyId);
    try (KeySession session = open(key)) {
      return thing.run(key, new Conversation(session, new NoPerson(), cancellation));
    } catch (KeyException e) {
      throw new Failure(Advisor.on(operation, e), e);
    }
  }

  /** A key that cannot be opened was not changed either. */
  private KeySession open(KeyDevice key) throws Failure {
    try {
      return ring.open(key);
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.READ_KEY, e), e);
    }
  }
}
