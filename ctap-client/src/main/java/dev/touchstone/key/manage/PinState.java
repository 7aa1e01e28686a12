package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.session.Conversation;
import java.util.OptionalInt;

/**
 * How it stands with the PIN of a key.
 *
 * @param pin whether the key has one, or could have
 * @param changeRequired the key takes no PIN before it is changed
 * @param rules what a new PIN has to keep to
 * @param triesLeft before the key locks itself for good; present if a PIN is set
 * @param replugNeeded no PIN is taken before the key is plugged in again
 * @param uvTriesLeft of the key's own verification, such as a finger; present if that is set up
 */
public record PinState(
    Feature pin,
    boolean changeRequired,
    NewPinRules rules,
    OptionalInt triesLeft,
    boolean replugNeeded,
    OptionalInt uvTriesLeft) {

  /**
   * Asks the key, CTAP 2.3 §6.4, §6.5.5.2 and §6.5.5.3; what the session read when it was opened
   * may have been changed since.
   */
  public static PinState read(Conversation conversation) throws KeyException {
    GetInfo.Reply info = conversation.send(new GetInfo());
    NewPinRules rules = NewPinRules.of(info);
    OptionalInt uv = uvTriesLeft(conversation, info);
    Feature pin = info.options().clientPin();
    if (pin != Feature.READY) {
      return new PinState(pin, false, rules, OptionalInt.empty(), false, uv);
    }
    ClientPin.GetPinRetries.Reply tries = conversation.send(new ClientPin.GetPinRetries());
    return new PinState(
        pin,
        info.forcePinChange(),
        rules,
        OptionalInt.of(tries.retries()),
        tries.powerCycleNeeded(),
        uv);
  }

  private static OptionalInt uvTriesLeft(Conversation conversation, GetInfo.Reply info)
      throws KeyException {
    boolean askable =
        info.options().builtInUserVerification() == Feature.READY
            && !info.pinUvAuthProtocols().isEmpty();
    try {
      return askable
          ? OptionalInt.of(conversation.send(new ClientPin.GetUvRetries()).retries())
          : OptionalInt.empty();
    } catch (KeyRefused e) {
      // keys of the drafts verify fingers and know no such question
      return OptionalInt.empty();
    }
  }
}
