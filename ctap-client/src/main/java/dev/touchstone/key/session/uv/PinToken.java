package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks for a PIN until the key takes one, the person declines, or the key takes none any more.
 * Every PIN is typed by the person for one try, sent once and wiped.
 */
final class PinToken {

  private static final int MAX_UTF8_LENGTH = 63;

  private final Conversation conversation;
  private final TokenScope scope;

  PinToken(Conversation conversation, TokenScope scope) {
    this.conversation = conversation;
    this.scope = scope;
  }

  Verification ask(String reason) throws KeyException {
    PinUvAuthProtocol protocol = KeyAgreement.protocol(conversation);
    Optional<Kind> mistake = Optional.empty();
    while (true) {
      int triesLeft = triesLeft();
      Pin pin = typed(reason, mistake, triesLeft);
      try (PinHash hash = new PinHash(pin)) {
        mistake = visibleMistake(pin);
        if (mistake.isEmpty()) {
          conversation.cancel().check();
          return TokenExchange.byPin(conversation, protocol, scope, hash.bytes());
        }
      } catch (KeyRefused e) {
        mistake = Optional.of(mistakeIn(e));
      } finally {
        pin.destroy();
      }
    }
  }

  /** Finds out before the person types in vain. */
  private int triesLeft() throws KeyException {
    if (conversation.info().forcePinChange()) {
      throw new PinRefused(Kind.CHANGE_REQUIRED, OptionalInt.empty());
    }
    ClientPin.GetPinRetries.Reply retries = conversation.send(new ClientPin.GetPinRetries());
    if (retries.retries() == 0) {
      throw new PinRefused(Kind.BLOCKED, OptionalInt.of(0));
    }
    if (retries.powerCycleNeeded()) {
      throw new PinRefused(Kind.REPLUG_NEEDED, OptionalInt.of(retries.retries()));
    }
    return retries.retries();
  }

  private Pin typed(String reason, Optional<Kind> mistake, int triesLeft) throws KeyException {
    PinRequest request =
        new PinRequest(reason, mistake, Optional.of(triesLeft), conversation.info().minPinLength());
    Optional<Pin> pin = conversation.interaction().pinWanted(request);
    if (pin.isPresent()) {
      return pin.get();
    }
    conversation.cancel().check();
    throw mistake
        .<KeyException>map(kind -> new PinRefused(kind, OptionalInt.of(triesLeft)))
        .orElseGet(() -> new Stopped(Stopped.Why.CANCELLED));
  }

  /** What can be seen without asking the key, which would cost a try. */
  private Optional<Kind> visibleMistake(Pin pin) {
    if (pin.codePoints() < conversation.info().minPinLength()) {
      return Optional.of(Kind.TOO_SHORT);
    }
    return pin.utf8Length() > MAX_UTF8_LENGTH ? Optional.of(Kind.TOO_LONG) : Optional.empty();
  }

  private Kind mistakeIn(KeyRefused refusal) throws KeyException {
    return switch (refusal.status()) {
      case PIN_INVALID -> Kind.WRONG;
      case PIN_AUTH_BLOCKED -> throw new PinRefused(Kind.REPLUG_NEEDED, knownTriesLeft());
      case PIN_BLOCKED -> throw new PinRefused(Kind.BLOCKED, OptionalInt.of(0));
      case PIN_POLICY_VIOLATION -> throw new PinRefused(Kind.CHANGE_REQUIRED, knownTriesLeft());
      default -> throw refusal;
    };
  }

  private OptionalInt knownTriesLeft() throws KeyException {
    return OptionalInt.of(conversation.send(new ClientPin.GetPinRetries()).retries());
  }
}
