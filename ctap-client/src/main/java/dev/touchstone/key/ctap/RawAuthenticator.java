package dev.touchstone.key.ctap;

import com.yubico.yubikit.core.application.CommandState;

/** An open line to one key that takes messages as bytes. Used by one thread at a time. */
public interface RawAuthenticator extends AutoCloseable {

  /**
   * Sends one message and waits for its reply.
   *
   * @param message command byte and CBOR, CTAP 2.3 §8
   * @param state is told of keep-alive messages, and stops the command when it is cancelled
   * @return status byte and CBOR
   */
  byte[] send(byte[] message, CommandState state) throws KeyException;

  @Override
  void close();
}
