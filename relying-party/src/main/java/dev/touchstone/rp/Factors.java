package dev.touchstone.rp;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.email.check.CodeLimits;
import dev.touchstone.rp.factor.email.check.EmailFactor;
import dev.touchstone.rp.factor.password.Argon2Cost;
import dev.touchstone.rp.factor.password.PasswordHasher;
import dev.touchstone.rp.factor.password.account.PasswordSignIn;
import dev.touchstone.rp.factor.password.account.Passwords;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import dev.touchstone.rp.mail.delivery.MailDesk;
import dev.touchstone.rp.mail.delivery.MailSetup;
import dev.touchstone.rp.mail.delivery.Post;
import dev.touchstone.rp.secret.Secrets;
import dev.touchstone.rp.secret.SigningKeys;
import dev.touchstone.rp.secret.vault.KeptSeal;
import dev.touchstone.rp.token.desk.TokenDesk;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * The part of the assembly that is about mail and the factors beside passkeys.
 *
 * @param mail sends
 * @param email codes by mail
 * @param totp one-time passwords of devices
 * @param tokens what somebody has who proved who they are
 * @param passwords of accounts that have one
 * @param passwordSignIn by those
 */
record Factors(
    MailDesk mail,
    EmailFactor email,
    TotpDevices totp,
    TokenDesk tokens,
    Passwords passwords,
    PasswordSignIn passwordSignIn) {

  /** Two take 38 MiB and two processors. */
  private static final int HASHES_AT_ONCE = 2;

  static Factors over(Store store, Settings settings, Secrets secrets, SigningKeys keys) {
    InstantSource clock = settings.clock();
    SecureRandom random = settings.random();
    String service = settings.rpName();
    KeptSeal seals = new KeptSeal(secrets, random);
    Post post = new Post(service, seals, clock, random);
    MailSetup setup = new MailSetup(store, secrets, clock);
    MailDesk mail = new MailDesk(store, setup, post, settings.outbox(), service, clock, random);
    TotpDevices totp = new TotpDevices(store, seals, keys, service, clock, random);
    EmailFactor email =
        EmailFactor.over(store, keys, post, mail, totp, CodeLimits.USUAL, clock, random);
    TokenDesk tokens = new TokenDesk(store, seals, settings.rpId(), clock, random);
    PasswordHasher hasher = new PasswordHasher(Argon2Cost.USUAL, HASHES_AT_ONCE, random);
    return new Factors(
        mail,
        email,
        totp,
        tokens,
        new Passwords(store, totp, hasher, service, clock),
        new PasswordSignIn(store, totp, hasher, clock));
  }
}
