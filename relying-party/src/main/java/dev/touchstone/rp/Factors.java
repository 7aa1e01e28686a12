package dev.touchstone.rp;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.mail.delivery.MailDesk;
import dev.touchstone.rp.mail.delivery.MailSetup;
import dev.touchstone.rp.mail.delivery.Post;
import dev.touchstone.rp.secret.Secrets;
import dev.touchstone.rp.secret.SigningKeys;
import dev.touchstone.rp.secret.vault.KeptSeal;

/** The part of the assembly that is about mail and the factors beside passkeys. */
record Factors(MailDesk mail) {

  static Factors over(Store store, Settings settings, Secrets secrets, SigningKeys keys) {
    KeptSeal seals = new KeptSeal(secrets, settings.random());
    Post post = new Post(settings.rpName(), seals, settings.clock(), settings.random());
    MailDesk mail =
        new MailDesk(
            store,
            new MailSetup(store, secrets, settings.clock()),
            post,
            settings.outbox(),
            settings.rpName(),
            settings.clock(),
            settings.random());
    return new Factors(mail);
  }
}
