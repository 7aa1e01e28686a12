package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.TransportException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;

/** What is in a reader. */
enum Slot {
  KEY,
  EMPTY,
  OTHER_CARD,
  IN_USE,
  BROKEN;

  /** SELECT of the FIDO applet (CTAP 2.3 §11.3.3). */
  private static final byte[] SELECT = {
    0, (byte) 0xa4, 4, 0, 8, (byte) 0xa0, 0, 0, 6, 0x47, 0x2f, 0, 1, 0
  };

  private static final int OK = 0x9000;

  private static final AtomicLong LOOKS = new AtomicLong();

  /**
   * Asks the card whether it is a key, once, without taking it from another program.
   *
   * @param terminal has a card
   */
  static Inserted lookInto(CardTerminal terminal) {
    long count = LOOKS.incrementAndGet();
    if (InUse.has(terminal)) {
      return new Inserted(IN_USE, count, "");
    }
    try {
      Card card = terminal.connect("*");
      try {
        int answer = card.getBasicChannel().transmit(new CommandAPDU(SELECT)).getSW();
        String atr = HexFormat.of().formatHex(card.getATR().getBytes());
        return new Inserted(answer == OK ? KEY : OTHER_CARD, count, atr);
      } finally {
        card.disconnect(false);
      }
    } catch (CardException | IllegalStateException | IllegalArgumentException e) {
      return new Inserted(unusable(e, terminal.getName()), count, "");
    }
  }

  private static Slot unusable(Exception e, String reader) {
    return switch (CardErrors.of(e, reader)) {
      case TransportException.DeviceBusy _ -> IN_USE;
      case TransportException.DeviceGone _ -> EMPTY;
      case TransportException.AccessDenied _ -> BROKEN;
      case TransportException.PacketGarbled _ -> BROKEN;
      case TransportException.DeviceTimedOut _ -> BROKEN;
    };
  }

  /** Whether this may change without the card being taken out; it may still be powering up. */
  boolean mayChange() {
    return this == IN_USE || this == EMPTY || this == BROKEN;
  }

  /** For a person who misses a key in that reader. */
  Optional<Hint> hint(String reader) {
    return switch (this) {
      case KEY -> Optional.empty();
      case EMPTY ->
          said("The reader %s is empty.", reader, "Put the key into it, or lay it on it.");
      case OTHER_CARD -> said("The card in the reader %s is no security key.", reader, "");
      case IN_USE ->
          said(
              "The card in the reader %s is in use, so it was not asked whether it is a key.",
              reader, "End the other program that uses it.");
      case BROKEN ->
          said(
              "The card in the reader %s does not answer as it should.",
              reader, "Take it out and put it in again.");
    };
  }

  private static Optional<Hint> said(String happened, String reader, String next) {
    return Optional.of(new Hint(happened.formatted(reader), next));
  }
}
