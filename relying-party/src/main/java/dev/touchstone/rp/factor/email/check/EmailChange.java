package dev.touchstone.rp.factor.email.check;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.email.Purpose;
import dev.touchstone.rp.factor.email.check.CodeResult.Accepted;
import dev.touchstone.rp.factor.email.check.EmailCodes.Question;
import dev.touchstone.rp.factor.email.check.EmailCodes.Sending;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.mail.delivery.MailDesk;
import dev.touchstone.rp.mail.template.MailKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another address for an account: a code to the new one, and one to the old one if that was
 * verified. Whoever is signed in at somebody else's screen does not get far with one of them.
 */
public final class EmailChange {

  private final Store store;
  private final EmailCodes codes;
  private final MailDesk mail;
  private final InstantSource clock;

  EmailChange(Store store, EmailCodes codes, MailDesk mail, InstantSource clock) {
    this.store = store;
    this.codes = codes;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Sends the codes.
   *
   * @param name of the account, whose owner the caller is
   * @throws UnknownUser if there is none of that name
   * @throws RelyingPartyException if the store or its keys cannot be used
   */
  public void begin(String name, EmailAddress next, Caller caller) throws RelyingPartyException {
    codes.ready();
    boolean _ =
        store.write(records -> {
          User user = existing(records, name);
          Optional<EmailAddress> before = verified(user);
          boolean sent = true;
          if (before.isPresent()) {
            Question from = from(records, user, before.get(), next, caller);
            sent = codes.send(records, from, MailKind.CHANGE_FROM, Sending.CODE);
          }
          Question to = to(records, user, next, caller);
          Sending what = isFree(records, user, next) ? Sending.CODE : Sending.NOTHING;
          sent &= codes.send(records, to, MailKind.CHANGE_TO, what);
          Door.noteSent(records, "change", sent, name, caller, clock.instant());
          return sent;
        });
    mail.posted();
  }

  /**
   * Changes it, if the codes are right; both are used then, and otherwise none.
   *
   * @param fromOld the code that the old address was sent; empty if that was not verified
   * @return the account as it is then; empty if a code is not accepted
   * @throws UnknownUser if there is none of that name
   * @throws RelyingPartyException if the store or its keys cannot be used
   */
  public Optional<User> finish(
      String name, EmailAddress next, String fromOld, String fromNew, Caller caller)
      throws RelyingPartyException {
    codes.ready();
    return store.write(records -> {
      Instant now = clock.instant();
      User user = existing(records, name);
      Optional<EmailAddress> before = verified(user);
      Question to = to(records, user, next, caller);
      CodeResult result = codes.find(records, to, fromNew);
      if (before.isPresent() && result instanceof Accepted) {
        result = codes.find(records, from(records, user, before.get(), next, caller), fromOld);
      }
      Door.note(records, AuditEvents.EMAIL_CHANGE, result, name, caller, now);
      if (!(result instanceof Accepted) || !isFree(records, user, next)) {
        return Optional.<User>empty();
      }
      codes.useUp(records, to);
      before.ifPresent(it -> codes.useUp(records, from(records, user, it, next, caller)));
      User changed = user.movedTo(next.value(), now);
      records.users().update(changed);
      Door.remember(records, changed, caller, now);
      return Optional.of(changed);
    });
  }

  private static User existing(Records records, String name) throws UnknownUser {
    return records.users().named(name).orElseThrow(() -> new UnknownUser(name));
  }

  /**
   * Nobody else's address, and nobody else's name, which it may become. Their own address is free
   * to those who have not verified it.
   */
  private static boolean isFree(Records records, User user, EmailAddress next) {
    Optional<User> atAddress = records.users().withEmail(next.value());
    Optional<User> ofName = records.users().named(next.value());
    return Stream.concat(atAddress.stream(), ofName.stream())
        .allMatch(it -> it.handle().equals(user.handle()));
  }

  private static Optional<EmailAddress> verified(User user) {
    return user.emailVerified().isEmpty()
        ? Optional.empty()
        : user.profile().email().map(EmailAddress::new);
  }

  private static Question from(
      Records records, User user, EmailAddress old, EmailAddress next, Caller caller) {
    String subject = user.handle() + "/" + next.key();
    return Door.question(records, Purpose.CHANGE_FROM, subject, old, Optional.of(user), caller);
  }

  /** Whose the new address is nobody knows yet, so what its owner may do is not for the caller. */
  private static Question to(Records records, User user, EmailAddress next, Caller caller) {
    String subject = user.handle() + "/" + next.key();
    return Door.question(records, Purpose.CHANGE_TO, subject, next, Optional.empty(), caller);
  }
}
