package dev.touchstone.rp.mail.smtp;

import dev.touchstone.rp.failure.RelyingPartyException;

/** Where the password of a mail server is kept. */
@FunctionalInterface
public interface SmtpPassword {

  /**
   * The password; empty if there is none. The caller wipes it.
   *
   * @throws RelyingPartyException if it cannot be decrypted
   */
  char[] get() throws RelyingPartyException;
}
