package dev.touchstone.key.ctap;

import com.yubico.yubikit.core.application.CommandState;

/** An open line to one key: a command in, its reply out. Used by one thread at a time. */
public interface Authenticator extends AutoCloseable {

  /**
   * Sends a command and waits for its reply, which may take as long as a person takes.
   *
   * @param state is told of keep-alive messages, and stops the command when it is cancelled
   */
  <R> R send(CtapCommand<R> command, CommandState state) throws KeyException;

  /** Whether the key can show by its light which one it is, CTAP 2.3 §11.2.9.2.1 CTAPHID_WINK. */
  default boolean canWink() {
    return false;
  }

  /** Has the key show which one it is. */
  default void wink() throws KeyException {
    throw new KeyException.KeyRefused(0x01);
  }

  @Override
  void close();
}
