package dev.touchstone.key.session;

import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.transport.KeyDevice;

/**
 * Somebody who is told of every command that a key was given, on the thread that gave it, when the
 * key has answered or failed. What it does with that must not fail, and must not take long.
 */
public interface CommandObserver {

  /** Nobody is told. */
  CommandObserver NOBODY =
      new CommandObserver() {
        @Override
        public void answered(KeyDevice key, CtapCommand<?> command, Object reply) {}

        @Override
        public void failed(KeyDevice key, CtapCommand<?> command, KeyException why) {}
      };

  /**
   * The key did it.
   *
   * @param reply of the type that belongs to the command
   */
  void answered(KeyDevice key, CtapCommand<?> command, Object reply);

  /** The key refused, or did not come to answer. */
  void failed(KeyDevice key, CtapCommand<?> command, KeyException why);
}
