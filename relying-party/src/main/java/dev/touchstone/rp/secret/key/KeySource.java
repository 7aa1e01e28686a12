package dev.touchstone.rp.secret.key;

import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.Optional;

/** Where the keys are that encrypt secrets: outside of the database that holds the secrets. */
public interface KeySource {

  /**
   * The keys; empty if none was ever kept here. Called whenever a row names a key that is not known
   * yet, and before something is encrypted, so that a change made by another process is seen.
   *
   * @throws RelyingPartyException.SecretUnreadable if they are there but may not or cannot be used
   * @throws RelyingPartyException.StoreUnavailable if they are in the store, and that cannot be
   *     used
   */
  Optional<EncryptionKeys> read() throws RelyingPartyException;

  /**
   * Keeps the first keys, unless somebody was quicker.
   *
   * @return false if there are keys here already
   * @throws RelyingPartyException.SecretUnreadable if they cannot be kept
   * @throws RelyingPartyException.StoreUnavailable as for reading
   */
  boolean create(EncryptionKeys keys) throws RelyingPartyException;

  /**
   * Keeps keys in the place of exactly these.
   *
   * @return false if other keys are here by now
   * @throws RelyingPartyException.SecretUnreadable if they cannot be kept; those before still are
   * @throws RelyingPartyException.StoreUnavailable as for reading
   */
  boolean replace(EncryptionKeys before, EncryptionKeys after) throws RelyingPartyException;

  /** Where that is, to go into a sentence: {@code the file /home/ada/secret.key}. */
  String place();
}
