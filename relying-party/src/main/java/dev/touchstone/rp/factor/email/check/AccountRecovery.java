package dev.touchstone.rp.factor.email.check;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
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
import dev.touchstone.rp.token.desk.SignedOut;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Back into an account by a code to its verified address, and by its second factor where it has
 * one. Whoever has the lost key, or a session that it began, is signed out by it.
 */
public final class AccountRecovery {

  private final Store store;
  private final EmailCodes codes;
  private final SecondFactor second;
  private final MailDesk mail;
  private final InstantSource clock;

  AccountRecovery(
      Store store, EmailCodes codes, SecondFactor second, MailDesk mail, InstantSource clock) {
    this.store = store;
    this.codes = codes;
    this.second = second;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Sends a code, or does as much for an address that nobody has verified.
   *
   * @throws RelyingPartyException if the store or its keys cannot be used
   */
  public void begin(EmailAddress email, Caller caller) throws RelyingPartyException {
    codes.ready();
    boolean _ =
        store.write(records -> {
          Optional<User> user = records.users().withEmail(email.value());
          boolean real = user.filter(AccountRecovery::mayRecover).isPresent();
          boolean sent =
              codes.send(
                  records,
                  question(records, email, user, caller),
                  MailKind.RECOVERY,
                  real ? Sending.CODE : Sending.NOTHING);
          Door.noteSent(
              records, Purpose.RECOVERY.word(), sent, email.value(), caller, clock.instant());
          return sent;
        });
    mail.posted();
  }

  private static Question question(
      Records records, EmailAddress email, Optional<User> user, Caller caller) {
    return Door.question(records, Purpose.RECOVERY, email.key(), email, user, caller);
  }

  /** An address that nobody verified may be anybody's. */
  private static boolean mayRecover(User user) {
    return user.status() == Status.ACTIVE && user.emailVerified().isPresent();
  }

  /**
   * Accepts a code, and the second factor of an account that has one.
   *
   * @param secondCode a one-time password or a recovery code; empty if none was given
   * @return whose account it is; empty if it is not accepted
   * @throws RelyingPartyException if the store or its keys cannot be used
   */
  public Optional<User> finish(EmailAddress email, String typed, String secondCode, Caller caller)
      throws RelyingPartyException {
    codes.ready();
    second.ready();
    return store.write(records -> {
      Instant now = clock.instant();
      Optional<User> user = records.users().withEmail(email.value());
      Question question = question(records, email, user, caller);
      CodeResult result = codes.find(records, question, typed);
      Optional<User> owner = user.filter(AccountRecovery::mayRecover);
      if (!(result instanceof Accepted) || owner.isEmpty()) {
        Door.note(records, AuditEvents.RECOVERY, result, email.value(), caller, now);
        return Optional.<User>empty();
      }
      User person = owner.get();
      if (second.isSetUp(records, person) && !second.accepts(records, person, secondCode, caller)) {
        String why = "the second factor is missing or wrong";
        records
            .audit()
            .append(AuditEvent.refused(now, AuditEvents.RECOVERY, caller, person.name(), why));
        return Optional.<User>empty();
      }
      codes.useUp(records, question);
      SignedOut.everywhere(records, person, "its owner came back by mail", now);
      Door.remember(records, person, caller, now);
      Door.note(records, AuditEvents.RECOVERY, result, person.name(), caller, now);
      return records.users().withEmail(email.value()); // their next token comes after the cut-off
    });
  }
}
