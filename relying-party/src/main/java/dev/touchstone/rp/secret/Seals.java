package dev.touchstone.rp.secret;

import dev.touchstone.rp.failure.RelyingPartyException;

/** The seal of this relying party, the same for every replica at one store. */
@FunctionalInterface
public interface Seals {

  /**
   * The seal; cheap to ask for again.
   *
   * @throws RelyingPartyException.SecretUnreadable if its key cannot be decrypted
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be used
   */
  Seal get() throws RelyingPartyException;
}
