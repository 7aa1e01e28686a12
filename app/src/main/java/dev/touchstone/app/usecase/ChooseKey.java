package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;

/**
 * Which key a ceremony uses when the person did not say: the one hardware key; the virtual key when
 * there is none; a question when there are several.
 */
public final class ChooseKey {

  /**
   * Chooses, without opening anything.
   *
   * @param id the key that the person named, if any
   * @throws Failure if there is no such key, no key at all, or more than one to choose from
   */
  public KeyDevice run(Optional<String> id) throws Failure {
    return Pending.of(id);
  }
}
