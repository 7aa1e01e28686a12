package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.application.CommandState;
import dev.touchstone.key.ctap.KeyException;

/** An open line to a key, whatever it is made of: whole messages out and in, failures typed. */
interface Line extends AutoCloseable {

  /** CTAP 2.3 §8.2. */
  int INVALID_COMMAND = 0x01;

  /** False for a key that speaks U2F only. */
  boolean speaksCtap2();

  /** What WebAuthn calls this way to reach a key (WebAuthn Level 3 §5.8.4), such as {@code usb}. */
  String transport();

  /**
   * Sends one CTAP2 message, CTAP 2.3 §8.
   *
   * @param message command byte and CBOR
   * @param state is told how the key is getting on, and stops it when cancelled
   * @return status byte and CBOR
   */
  byte[] ctap2(byte[] message, CommandState state) throws KeyException;

  /**
   * Sends one U2F message.
   *
   * @return data and the two bytes of the status word
   */
  byte[] u2f(int instruction, int control, byte[] data) throws KeyException;

  /** Whether {@link #wink} shows anything. */
  default boolean canWink() {
    return false;
  }

  /** CTAP 2.3 §11.2.9.2.1 CTAPHID_WINK, which only keys on HID know. */
  default void wink() throws KeyException {
    throw new KeyException.KeyRefused(INVALID_COMMAND);
  }

  @Override
  void close();
}
