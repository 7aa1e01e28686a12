package dev.touchstone.rp.secret;

import dev.touchstone.rp.failure.RelyingPartyException;

/**
 * The keys with which this relying party vouches for what it gives out. Each is made when it is
 * first asked for, kept among the secrets, and the same for every replica at one store. Cheap to
 * ask for again.
 *
 * <p>Every method throws {@link RelyingPartyException.SecretUnreadable} if the key is there but
 * cannot be decrypted, and {@link RelyingPartyException.StoreUnavailable} if the store cannot be
 * used.
 */
public interface SigningKeys {

  /** HMAC-SHA256 for the tokens in which challenges travel. */
  MacKey challengeTokens() throws RelyingPartyException;

  /** HMAC-SHA256 under which codes are kept that were sent by mail or are for recovery. */
  MacKey oneTimeCodes() throws RelyingPartyException;

  /** Ed25519 for the checkpoints of the audit trail. */
  SigningKey auditCheckpoints() throws RelyingPartyException;
}
