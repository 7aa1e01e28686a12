package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.PinUvAuthProtocol.SharedSecret;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.uv.KeyAgreement;
import dev.touchstone.key.session.uv.PinHash;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Exchanges the PIN of a key for another, CTAP 2.3 §6.5.5.6. The current PIN is sent once: if it is
 * wrong, that costs one try, and nothing is tried again here.
 */
public final class ChangePin {

  /**
   * No key ever took a PIN of fewer code points, CTAP 2.3 §6.5.1. The key's own minimum says
   * nothing about a PIN that was set before it was raised.
   */
  private static final int SHORTEST_EVER = 4;

  private final Conversation conversation;

  public ChangePin(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Looks whether it can be done, changes nothing.
   *
   * @throws PinRefused if the key has no PIN, or takes none now, or never again
   */
  public PinState preview() throws KeyException {
    PinState state = PinState.read(conversation);
    switch (state.pin()) {
      case READY -> {}
      case NOT_SET_UP -> throw new PinRefused(Kind.NOT_SET);
      case ABSENT -> throw new PinRefused(Kind.NOT_SUPPORTED);
    }
    if (state.triesLeft().orElse(0) == 0) {
      throw new PinRefused(Kind.BLOCKED, OptionalInt.of(0));
    }
    if (state.replugNeeded()) {
      throw new PinRefused(Kind.REPLUG_NEEDED, state.triesLeft());
    }
    return state;
  }

  /**
   * Changes it. What can be seen to be wrong with either PIN is told before a try is spent.
   *
   * @param current destroyed, whatever becomes of it
   * @param newPin destroyed, whatever becomes of it
   * @throws PinRefused if the current PIN is wrong, with the tries that are left; if the key has no
   *     PIN, or the new one breaks a rule
   */
  public void apply(Pin current, Pin newPin) throws KeyException {
    try {
      preview().rules().check(newPin);
      check(current);
      send(current, newPin);
    } catch (KeyRefused e) {
      throw meaning(e);
    } finally {
      current.destroy();
      newPin.destroy();
    }
  }

  private static void check(Pin current) throws PinRefused {
    if (current.codePoints() < SHORTEST_EVER) {
      throw new PinRefused(Kind.TOO_SHORT, OptionalInt.empty());
    }
    if (current.utf8Length() > NewPinRules.MOST_UTF8_BYTES) {
      throw new PinRefused(Kind.TOO_LONG, OptionalInt.empty());
    }
  }

  private void send(Pin current, Pin newPin) throws KeyException {
    PinUvAuthProtocol protocol = KeyAgreement.protocol(conversation);
    try (SharedSecret secret = KeyAgreement.agree(conversation, protocol);
        PaddedPin padded = new PaddedPin(newPin);
        PinHash hash = new PinHash(current)) {
      byte[] newPinEnc = secret.encrypt(padded.bytes());
      byte[] pinHashEnc = secret.encrypt(hash.bytes());
      conversation.send(
          new ClientPin.ChangePin(
              protocol.version(),
              secret.platformKey(),
              Bytes.of(newPinEnc),
              Bytes.of(pinHashEnc),
              Bytes.of(secret.authenticate(joined(newPinEnc, pinHashEnc)))));
    }
  }

  private KeyException meaning(KeyRefused refusal) {
    return switch (refusal.status()) {
      case PIN_INVALID -> new PinRefused(Kind.WRONG, knownTriesLeft());
      case PIN_AUTH_BLOCKED -> new PinRefused(Kind.REPLUG_NEEDED, knownTriesLeft());
      case PIN_BLOCKED -> new PinRefused(Kind.BLOCKED, OptionalInt.of(0));
      case PIN_NOT_SET -> new PinRefused(Kind.NOT_SET);
      case PIN_POLICY_VIOLATION -> new PinRefused(Kind.NEW_AGAINST_POLICY);
      default -> refusal;
    };
  }

  /** That the PIN was wrong matters more than that the key cannot be asked any more. */
  private OptionalInt knownTriesLeft() {
    try {
      return OptionalInt.of(conversation.send(new ClientPin.GetPinRetries()).retries());
    } catch (KeyException e) {
      return OptionalInt.empty();
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
