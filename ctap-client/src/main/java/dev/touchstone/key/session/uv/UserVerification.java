package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.session.Conversation;
import java.util.Set;

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
      boolean wanted, Set<Permission> permissions, String rpId, String reason, Step<T, E> step)
      throws KeyException, E {
    if (!wanted) {
      try {
        return step.run(new Verification.None());
      } catch (KeyRefused e) {
        if (e.status() != CtapStatus.PUAT_REQUIRED || !isPossible()) {
          throw e;
        }
      }
    }
    try (Verification verification = verify(permissions, rpId, reason)) {
      return step.run(verification);
    }
  }

  /**
   * Asks the person for as much as it takes.
   *
   * @param permissions what for
   * @param rpId whom for
   * @param reason one sentence for the person
   * @throws KeyException.PinRefused if it ends with a PIN that the key did not take
   * @throws KeyException.Stopped if the person declined
   */
  private Verification verify(Set<Permission> permissions, String rpId, String reason)
      throws KeyException {
    PinToken byPin = new PinToken(conversation, permissions, rpId);
    if (!builtIn()) {
      return byPin.ask(reason);
    }
    if (!options().pinUvAuthToken()) {
      return new Verification.BuiltIn();
    }
    PinUvAuthProtocol protocol = KeyAgreement.protocol(conversation);
    int attempts = conversation.info().preferredPlatformUvAttempts().orElse(1);
    while (true) {
      try {
        return TokenExchange.byBuiltIn(conversation, protocol, permissions, rpId);
      } catch (KeyRefused e) {
        attempts--;
        switch (e.status()) {
          case UV_INVALID -> {
            if (attempts <= 0) {
              return orElse(byPin, reason, e);
            }
          }
          case UV_BLOCKED -> {
            return orElse(byPin, reason, e);
          }
          default -> throw e;
        }
      }
    }
  }

  private Verification orElse(PinToken byPin, String reason, KeyRefused why) throws KeyException {
    if (!pin()) {
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
