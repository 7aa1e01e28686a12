package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.PinUvAuthProtocol.SharedSecret;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.uv.KeyAgreement;

/** Gives a key its first PIN, CTAP 2.3 §6.5.5.5. Only a reset takes it away again. */
public final class SetPin {

  private final Conversation conversation;

  public SetPin(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Looks whether it can be done, changes nothing.
   *
   * @throws PinRefused if the key can have no PIN, or has one
   */
  public PinState preview() throws KeyException {
    PinState state = PinState.read(conversation);
    return switch (state.pin()) {
      case NOT_SET_UP -> state;
      case ABSENT -> throw new PinRefused(Kind.NOT_SUPPORTED);
      case READY -> throw new PinRefused(Kind.ALREADY_SET);
    };
  }

  /**
   * Sets it.
   *
   * @param newPin destroyed, whatever becomes of it
   * @throws PinRefused if the key can have no PIN, or has one, or this one breaks a rule
   */
  public void apply(Pin newPin) throws KeyException {
    try {
      preview().rules().check(newPin);
      send(newPin);
    } catch (KeyRefused e) {
      throw e.status() == CtapStatus.PIN_POLICY_VIOLATION
          ? new PinRefused(Kind.NEW_AGAINST_POLICY)
          : e;
    } finally {
      newPin.destroy();
    }
  }

  private void send(Pin newPin) throws KeyException {
    PinUvAuthProtocol protocol = KeyAgreement.protocol(conversation);
    try (SharedSecret secret = KeyAgreement.agree(conversation, protocol);
        PaddedPin padded = new PaddedPin(newPin)) {
      byte[] newPinEnc = secret.encrypt(padded.bytes());
      conversation.send(
          new ClientPin.SetPin(
              protocol.version(),
              secret.platformKey(),
              Bytes.of(newPinEnc),
              Bytes.of(secret.authenticate(newPinEnc))));
    }
  }
}
