package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;

/**
 * A key that stays open while a person looks, decides and acts, so that one PIN serves several
 * steps and what was previewed is done to that very key. One step at a time, on any thread.
 */
final class KeySitting implements AutoCloseable {

  private final KeyDevice key;
  private final KeySession session;

  private KeySitting(KeyDevice key, KeySession session) {
    this.key = key;
    this.session = session;
  }

  /** One step. */
  @FunctionalInterface
  interface Step<T> {
    T run(Conversation conversation) throws KeyException;
  }

  /**
   * Opens the key. The caller closes the sitting.
   *
   * @param keyId the key to use; empty for the one that {@link ChooseKey} takes
   * @throws Failure if there is no such key or it cannot be opened
   */
  static KeySitting open(
      KeyRing ring, ChooseKey chooseKey, Optional<String> keyId, KeyWatcher watcher)
      throws Failure {
    KeyDevice key = chooseKey.run(keyId);
    watcher.keyChosen(key);
    try {
      return new KeySitting(key, ring.open(key));
    } catch (KeyException e) {
      // a key that cannot be opened was not changed either
      throw new Failure(Advisor.on(Operation.READ_KEY, e), e);
    }
  }

  KeyDevice key() {
    return key;
  }

  /** What the key told of itself when it was opened. */
  GetInfo.Reply info() {
    return session.info();
  }

  /**
   * Takes a step.
   *
   * @param operation what the person wants by it
   */
  <T> T run(Operation operation, KeyWatcher watcher, Cancellation cancellation, Step<T> step)
      throws Failure {
    try {
      return step.run(new Conversation(session, watcher, cancellation));
    } catch (KeyException e) {
      throw new Failure(Advisor.on(operation, e), e);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
