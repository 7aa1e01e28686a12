package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.session.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * A verification that serves several steps at one key, so that a person who lists, looks and
 * deletes types the PIN once. What is held is the key's token, never the PIN. A key may let a token
 * expire (CTAP 2.3 §6.5.2.1): then the person is asked anew, and the step is run once more.
 */
public final class HeldVerification implements Authorization, AutoCloseable {

  private final TokenScope scope;
  private final String reason;
  private @Nullable Verification held;

  /**
   * Asks nobody yet.
   *
   * @param reason one sentence for the person, for when the PIN is needed
   */
  public HeldVerification(TokenScope scope, String reason) {
    this.scope = scope;
    this.reason = reason;
  }

  /**
   * Runs the step with the verification that is held, or with a new one. One thread at a time.
   *
   * @throws KeyRefused with CTAP2_ERR_PIN_NOT_SET if the key has a PIN to set and no other way
   */
  @Override
  public <T, E extends Exception> T run(Conversation conversation, UserVerification.Step<T, E> step)
      throws KeyException, E {
    Verification old = held;
    if (old != null) {
      try {
        return step.run(old);
      } catch (KeyRefused e) {
        if (e.status() != CtapStatus.PIN_AUTH_INVALID
            && e.status() != CtapStatus.PIN_TOKEN_EXPIRED
            && e.status() != CtapStatus.PUAT_REQUIRED) {
          throw e;
        }
        close();
      }
    }
    Verification fresh = new UserVerification(conversation).obtain(scope, reason);
    held = fresh;
    return step.run(fresh);
  }

  /** Whether somebody was verified, as far as is known here. */
  public boolean isHeld() {
    return held != null;
  }

  /** Wipes the token. The next step asks anew. */
  @Override
  public void close() {
    Verification old = held;
    held = null;
    if (old != null) {
      old.close();
    }
  }
}
