package dev.touchstone.key.manage;

import dev.touchstone.key.session.Pin;
import java.util.Arrays;

/**
 * A new PIN as a key wants it before encryption: UTF-8, filled up with zeros. Wiped when closed.
 */
final class PaddedPin implements AutoCloseable {

  /** CTAP 2.3 §6.5.5.5 step 5, so that its length cannot be seen from outside. */
  private static final int LENGTH = 64;

  private final byte[] bytes;

  /**
   * @param pin keeps to {@link NewPinRules}
   */
  PaddedPin(Pin pin) {
    byte[] utf8 = pin.copyUtf8();
    bytes = Arrays.copyOf(utf8, LENGTH);
    Arrays.fill(utf8, (byte) 0);
  }

  /** The array itself, wiped by {@link #close}. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
