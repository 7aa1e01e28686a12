package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.session.Conversation;

/**
 * Verifies the person in the way that the key offers, CTAP 2.3 §6.5.5.7: the key's own means first,
 * such as a finger, then the PIN.
 */
public final class UserVerification {

  private final Conversation conversation;

  public UserVerification(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Whether the key has a way that is set up: its own, or a PIN that may be used for ceremonies.
   */
  public boolean isPossible() {
    return builtIn() || pin();
  }

  /**
   * What is done once the person is verified, or need not be.
   *
   * @param <E> what it throws besides
   */
  @FunctionalInterface
  public interface Step<T, E extends Exception> {
    T run(Verification verification) throws KeyException, E;
  }

  /**
   * Runs the step with a verification if that is wanted beforehand, and else without; but once more
   * with one when the key says only then that it wants it (CTAP2_ERR_PUAT_REQUIRED).
   *
   * @param reason one sentence for the person
   */
  public <T, E extends Exception> T around(
      boolean wanted, TokenScope scope, String reason, Step<T, E> step) throws KeyException, E {
    if (!wanted) {
      try {
        return step.run(new Verification.None());
      } catch (KeyRefused e) {
        if (e.status() != CtapStatus.PUAT_REQUIRED || !isPossible()) {
          throw e;
        }
      }
    }
    return verified(scope, reason, step);
  }

  /**
   * Runs the step with a verification, whatever that takes: for managing a key, where there is no
   * way without.
   *
   * @param reason one sentence for the person
   * @throws KeyRefused with CTAP2_ERR_PIN_NOT_SET if the key has a PIN to set and no other way
   */
  public <T, E extends Exception> T verified(TokenScope scope, String reason, Step<T, E> step)
      throws KeyException, E {
    try (Verification verification = obtain(scope, reason)) {
      return step.run(verification);
    }
  }

  /**
   * Asks for the PIN, whatever else the key offers, and lets go of what it gives for it.
   *
   * @param reason one sentence for the person
   * @throws KeyException.PinRefused if it ends with a PIN that the key did not take
   * @throws KeyException.Stopped if the person declined
   */
  public void checkPin(TokenScope scope, String reason) throws KeyException {
    new PinToken(conversation, scope).ask(reason).close();
  }

  /**
   * Asks the person for as much as it takes.
   *
   * @param scope what for
   * @param reason one sentence for the person
   * @throws KeyException.PinRefused if it ends with a PIN that the key did not take
   * @throws KeyException.Stopped if the person declined
   */
  Verification obtain(TokenScope scope, String reason) throws KeyException {
    PinToken byPin = new PinToken(conversation, scope);
    boolean ceremony = scope.rpId().isPresent();
    boolean pin = ceremony ? pin() : options().clientPin() == Feature.READY;
    boolean byItself = builtIn() && scope.grantedByBuiltIn(options());
    if (byItself && ceremony && !options().pinUvAuthToken()) {
      return new Verification.BuiltIn();
    }
    if (!byItself || !options().pinUvAuthToken()) {
      if (!pin) {
        throw new KeyRefused(CtapStatus.PIN_NOT_SET.code());
      }
      return byPin.ask(reason);
    }
    PinUvAuthProtocol protocol = KeyAgreement.protocol(conversation);
    int attempts = conversation.info().preferredPlatformUvAttempts().orElse(1);
    while (true) {
      try {
        return TokenExchange.byBuiltIn(conversation, protocol, scope);
      } catch (KeyRefused e) {
        attempts--;
        switch (e.status()) {
          case UV_INVALID -> {
            if (attempts <= 0) {
              return orElse(byPin, pin, reason, e);
            }
          }
          case UV_BLOCKED -> {
            return orElse(byPin, pin, reason, e);
          }
          default -> throw e;
        }
      }
    }
  }

  private static Verification orElse(PinToken byPin, boolean pin, String reason, KeyRefused why)
      throws KeyException {
    if (!pin) {
      throw why;
    }
    return byPin.ask(reason);
  }

  private boolean builtIn() {
    return options().builtInUserVerification() == Feature.READY;
  }

  private boolean pin() {
    return options().clientPin() == Feature.READY && !options().noCeremoniesWithPin();
  }

  private KeyOptions options() {
    return conversation.info().options();
  }
}
