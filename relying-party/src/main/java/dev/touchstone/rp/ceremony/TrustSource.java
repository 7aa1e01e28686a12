package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.failure.RelyingPartyException;

/** Tells whom is trusted, each time that a registration is judged. */
@FunctionalInterface
public interface TrustSource {

  /**
   * Whom is trusted now.
   *
   * @param records by which the registration is judged
   * @throws RelyingPartyException.StoreUnavailable if what is stored of it cannot be understood
   */
  Trust current(Records records) throws RelyingPartyException;
}
