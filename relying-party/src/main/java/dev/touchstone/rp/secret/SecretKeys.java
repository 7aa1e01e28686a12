package dev.touchstone.rp.secret;

import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;
import java.util.Map;

/** The keys under which the secrets are encrypted, as an operator sees them: by their ids. */
public interface SecretKeys {

  /**
   * How it stands.
   *
   * @param place where the keys are, such as {@code the file /home/ada/secret.key}
   * @param ids of the keys there, the one that encrypts now first; empty while there are none
   * @param secrets how many there are, by the id of the key that encrypts them
   */
  record State(String place, List<String> ids, Map<String, Integer> secrets) {

    public State {
      ids = List.copyOf(ids);
      secrets = Map.copyOf(secrets);
    }
  }

  /**
   * Looks.
   *
   * @throws RelyingPartyException.SecretUnreadable if the keys cannot be read
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  State state() throws RelyingPartyException;

  /**
   * Makes a new key and encrypts every secret anew, one at a time, while others read and write
   * them. The keys before stay known, so that copies of the database that were made earlier can
   * still be read. When it is interrupted, both keys are in use and known; do it again.
   *
   * @throws RelyingPartyException.SecretUnreadable if a key or a secret cannot be read, or the new
   *     key not be kept
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be used
   */
  State rotate() throws RelyingPartyException;

  /**
   * Forgets the keys that encrypt nothing any more.
   *
   * @throws RelyingPartyException.SecretUnreadable if the keys cannot be read or kept
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  State forgetOld() throws RelyingPartyException;
}
