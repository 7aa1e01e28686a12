package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.session.uv.UserVerification;
import java.util.Set;

/**
 * Finds out whether a PIN is the key's, by asking for a token with the least permission and
 * throwing it away, CTAP 2.3 §6.5.5.7. A wrong one costs a try.
 */
public final class VerifyPin {

  /** RFC 2606: no website is there, and none will ever be. */
  private static final String NOBODY = "pin-check.invalid";

  private final Conversation conversation;

  public VerifyPin(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Looks whether there is a PIN that could be verified, and how many tries are left.
   *
   * @throws PinRefused if there is none, or none is taken now
   */
  public PinState preview() throws KeyException {
    return new ChangePin(conversation).preview();
  }

  /**
   * Asks the person for the PIN and the key whether it is the one.
   *
   * @return how it stands with the PIN now: all tries are there again
   * @throws PinRefused if it is wrong, and the person gave no other
   */
  public PinState apply() throws KeyException {
    PinState state = preview();
    if (state.changeRequired()) {
      throw new PinRefused(Kind.CHANGE_REQUIRED, state.triesLeft());
    }
    new UserVerification(conversation)
        .checkPin(scope(), "The key is asked whether this is its PIN; a wrong one costs a try.");
    return PinState.read(conversation);
  }

  /** For signing in where nobody ever registered: good for nothing. */
  private TokenScope scope() {
    return conversation.info().options().noCeremoniesWithPin()
        ? TokenScope.management(Permission.CREDENTIAL_MANAGEMENT)
        : TokenScope.ceremony(Set.of(Permission.GET_ASSERTION), NOBODY);
  }
}
