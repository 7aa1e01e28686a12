package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
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
 */
public record PinState(
    Feature pin,
    boolean changeRequired,
    NewPinRules rules,
    OptionalInt triesLeft,
    boolean replugNeeded) {

  /**
   * Asks the key, CTAP 2.3 §6.4 and §6.5.5.2; what the session read when it was opened may have
   * been changed since.
   */
  public static PinState read(Conversation conversation) throws KeyException {
    GetInfo.Reply info = conversation.send(new GetInfo());
    NewPinRules rules = new NewPinRules(info.minPinLength(), info.maxPinLength());
    Feature pin = info.options().clientPin();
    if (pin != Feature.READY) {
      return new PinState(pin, false, rules, OptionalInt.empty(), false);
    }
    ClientPin.GetPinRetries.Reply tries = conversation.send(new ClientPin.GetPinRetries());
    return new PinState(
        pin,
        info.forcePinChange(),
        rules,
        OptionalInt.of(tries.retries()),
        tries.powerCycleNeeded());
  }
}
