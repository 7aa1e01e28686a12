package dev.touchstone.app.naming;

import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Mark;
import java.util.Optional;

/**
 * The name of one key.
 *
 * @param number the number that the key tells; empty where it tells none
 * @param likeness what it looks like; decides where there is no number
 */
public record GivenName(
    Optional<Mark.Serial> number, String likeness, String name, KeyColour colour) {

  static GivenName of(KeyDevice key, String name, KeyColour colour) {
    return new GivenName(numberOf(key), key.likeness(), name, colour);
  }

  /** Whether it was given to this key, or to one that cannot be told from it. */
  boolean isOf(KeyDevice key) {
    Optional<Mark.Serial> told = numberOf(key);
    boolean byNumber = number.isPresent() || told.isPresent();
    return byNumber ? number.equals(told) : likeness.equals(key.likeness());
  }

  KeyLabel label() {
    return new KeyLabel(name, colour, number.isPresent());
  }

  private static Optional<Mark.Serial> numberOf(KeyDevice key) {
    return key.marks().stream()
        .filter(Mark.Serial.class::isInstance)
        .map(Mark.Serial.class::cast)
        .findFirst();
  }
}
