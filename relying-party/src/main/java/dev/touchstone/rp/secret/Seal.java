package dev.touchstone.rp.secret;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException;

/**
 * Encrypts what is too much or too many to be a secret of its own, under a key that is one. Get it
 * before a transaction begins: its key may have to be made.
 */
public interface Seal {

  /**
   * Encrypts.
   *
   * @param name what it belongs to, authenticated with it: it can be opened by no other name
   */
  Bytes close(String name, byte[] value);

  /**
   * Decrypts into bytes that the caller wipes.
   *
   * @throws RelyingPartyException.SecretUnreadable if it was changed, or belongs to another name
   */
  byte[] open(String name, Bytes sealed) throws RelyingPartyException.SecretUnreadable;
}
