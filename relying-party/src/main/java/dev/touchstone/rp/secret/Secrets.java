package dev.touchstone.rp.secret;

import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;
import java.util.Optional;

/**
 * Small secrets by name, such as {@code mail/password}. They are encrypted where they are kept.
 * Each call is a transaction of its own.
 */
public interface Secrets {

  /**
   * The secret of this name, which the caller wipes after use.
   *
   * @throws RelyingPartyException.SecretUnreadable if it cannot be decrypted, or the key for it
   *     cannot be had
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  Optional<byte[]> get(String name) throws RelyingPartyException;

  /**
   * Keeps it in the place of what was there.
   *
   * @param value is not changed; the caller wipes it
   * @throws RelyingPartyException.SecretUnreadable if the key cannot be had
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be written
   */
  void put(String name, byte[] value) throws RelyingPartyException;

  /**
   * Keeps it unless there is one of this name, whoever is quicker.
   *
   * @return false if there was one
   * @throws RelyingPartyException.SecretUnreadable if the key cannot be had
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be written
   */
  boolean putIfAbsent(String name, byte[] value) throws RelyingPartyException;

  /**
   * Forgets it; false if there was none.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be written
   */
  boolean delete(String name) throws RelyingPartyException;

  /**
   * All of them by name, still encrypted.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  List<SecretRow> names() throws RelyingPartyException;
}
