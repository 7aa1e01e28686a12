package dev.touchstone.rp.factor.email.check;

import dev.touchstone.rp.admin.Accounts;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.mail.delivery.MailDesk;
import dev.touchstone.rp.mail.delivery.Post;
import dev.touchstone.rp.secret.SigningKeys;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What is done by codes that are sent by mail.
 *
 * @param verification new accounts
 * @param change other addresses
 * @param recovery back into an account
 * @param identity who somebody is who talks to the help desk
 */
public record EmailFactor(
    EmailVerification verification,
    EmailChange change,
    AccountRecovery recovery,
    IdentityCheck identity) {

  /** All of it over one store, within these limits. */
  public static EmailFactor over(
      Store store,
      SigningKeys keys,
      Post post,
      MailDesk mail,
      SecondFactor second,
      CodeLimits limits,
      InstantSource clock,
      SecureRandom random) {
    EmailCodes codes = new EmailCodes(keys, post, limits, clock, random);
    return new EmailFactor(
        new EmailVerification(
            store, codes, new Accounts(store, clock, random), second, mail, clock),
        new EmailChange(store, codes, mail, clock),
        new AccountRecovery(store, codes, second, mail, clock),
        new IdentityCheck(store, codes, second, mail, clock));
  }
}
