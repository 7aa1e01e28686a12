package dev.touchstone.key.transport.card;

/**
 * What was found in a reader when something was put into it.
 *
 * @param count how often this program has looked into a reader; another one for each card
 * @param atr the card's answer to reset, in hexadecimal; empty where it gave none
 */
record Inserted(Slot slot, long count, String atr) {

  static final Inserted NOTHING = new Inserted(Slot.EMPTY, 0, "");
}
