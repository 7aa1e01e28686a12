package dev.touchstone.rp.factor.email.check;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.Accounts;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.email.Purpose;
import dev.touchstone.rp.factor.email.check.CodeResult.Accepted;
import dev.touchstone.rp.factor.email.check.EmailCodes.Question;
import dev.touchstone.rp.factor.email.check.EmailCodes.Sending;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.mail.delivery.MailDesk;
import dev.touchstone.rp.mail.template.MailKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A new account by a code to its address: whoever reads mail there gets the account, and registers
 * its first passkey. Who asks for an address that has an account learns nothing; its owner is told
 * by mail.
 */
public final class EmailVerification {

  private final Store store;
  private final EmailCodes codes;
  private final Accounts accounts;
  private final SecondFactor second;
  private final MailDesk mail;
  private final InstantSource clock;

  EmailVerification(
      Store store,
      EmailCodes codes,
      Accounts accounts,
      SecondFactor second,
      MailDesk mail,
      InstantSource clock) {
    this.store = store;
    this.codes = codes;
    this.accounts = accounts;
    this.second = second;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Sends a code.
   *
   * @throws RelyingPartyException if the store or its keys cannot be used
   */
  public void begin(EmailAddress email, Caller caller) throws RelyingPartyException {
    codes.ready();
    boolean _ =
        store.write(records -> {
          Optional<User> user = records.users().withEmail(email.value());
          boolean free = user.isEmpty() || isInvited(records, user.get());
          boolean sent =
              codes.send(
                  records,
                  question(records, email, user, caller),
                  free ? MailKind.VERIFY : MailKind.ALREADY_REGISTERED,
                  free ? Sending.CODE : Sending.WORDS);
          Door.noteSent(
              records, Purpose.VERIFY.word(), sent, email.value(), caller, clock.instant());
          return sent;
        });
    mail.posted();
  }

  /**
   * Accepts a code, and makes the account if there is none.
   *
   * @param account what is known of the person; its address is the one that is verified
   * @return the account, its address verified; empty if the code is not accepted
   * @throws RelyingPartyException.AccountConflict if its name is another account's
   * @throws RelyingPartyException if the store or its keys cannot be used
   */
  public Optional<User> finish(
      EmailAddress email, String typed, AccountText.Checked account, Caller caller)
      throws RelyingPartyException {
    codes.ready();
    return store.write(records -> {
      Optional<User> user = records.users().withEmail(email.value());
      CodeResult result = codes.check(records, question(records, email, user, caller), typed);
      Instant now = clock.instant();
      Door.note(records, AuditEvents.EMAIL_CODE_CHECK, result, email.value(), caller, now);
      // whoever registered a passkey meanwhile is not to lose the account to a mailbox
      if (!(result instanceof Accepted) || (user.isPresent() && !isInvited(records, user.get()))) {
        return Optional.<User>empty();
      }
      User owner =
          user.isPresent()
              ? user.get()
              : accounts.add(account, Role.USER, Status.ACTIVE, records, caller);
      User verified = owner.verified(now);
      records.users().update(verified);
      Door.remember(records, verified, caller, now);
      return Optional.of(verified);
    });
  }

  private static Question question(
      Records records, EmailAddress email, Optional<User> user, Caller caller) {
    return Door.question(records, Purpose.VERIFY, email.key(), email, user, caller);
  }

  /**
   * Somebody made the account for them, and nobody has used it yet. Whoever has gets back into it
   * by recovery, which asks for the second factor too.
   */
  private boolean isInvited(Records records, User user) {
    return user.status() == Status.ACTIVE
        && user.credentials() == 0
        && user.emailVerified().isEmpty()
        && user.lastSignIn().isEmpty()
        && !second.isSetUp(records, user);
  }
}
