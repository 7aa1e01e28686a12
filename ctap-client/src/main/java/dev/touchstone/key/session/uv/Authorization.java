package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Conversation;

/** A right to do something at a key, which a step is run with. */
public interface Authorization {

  /** Runs the step with a proof of the right. One thread at a time. */
  <T, E extends Exception> T run(Conversation conversation, UserVerification.Step<T, E> step)
      throws KeyException, E;
}
