package dev.touchstone.rp.audit.chain;

import dev.touchstone.rp.failure.RelyingPartyException;

/** Where the key for checkpoints is kept; it is fetched when it is first needed. */
@FunctionalInterface
public interface CheckpointKeyring {

  /**
   * The key that signs.
   *
   * @throws RelyingPartyException if it cannot be had
   */
  Ed25519Signer signer() throws RelyingPartyException;
}
