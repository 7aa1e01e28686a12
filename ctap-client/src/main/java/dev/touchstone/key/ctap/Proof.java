package dev.touchstone.key.ctap;

import java.util.Optional;

/**
 * Shows to a key that the person was verified, by a signature over what the command's section of
 * CTAP 2.3 says. Part of a command whose message is known only when it is encoded.
 */
@FunctionalInterface
public interface Proof {

  /** Nobody was verified. */
  Proof NONE = message -> Optional.empty();

  /** The signature; empty where nobody was verified, or the key sees to it by itself. */
  Optional<PinUvAuthParam> over(byte[] message);
}
