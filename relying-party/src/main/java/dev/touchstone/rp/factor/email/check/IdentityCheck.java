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
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.mail.delivery.MailDesk;
import dev.touchstone.rp.mail.template.MailKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out for the help desk who somebody is: by a code to their verified address, or by their
 * device for one-time passwords. A code for this is good for nothing else, so whoever is talked
 * into telling one gives no sign-in away.
 */
public final class IdentityCheck {

  private final Store store;
  private final EmailCodes codes;
  private final SecondFactor device;
  private final MailDesk mail;
  private final InstantSource clock;

  IdentityCheck(
      Store store, EmailCodes codes, SecondFactor device, MailDesk mail, InstantSource clock) {
    this.store = store;
    this.codes = codes;
    this.device = device;
    this.mail = mail;
    this.clock = clock;
  }

  /** By what somebody proves who they are. */
  public enum Proof {
    /** A code that was sent to the verified address. */
    EMAIL,
    /** A one-time password of their device, or a recovery code. */
    DEVICE;

    /** As it is written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Sends a code to the address of an account.
   *
   * @throws AccountConflict if nobody proved to read mail there, or too many were sent today
   * @throws RelyingPartyException if the store or its keys cannot be used
   */
  public void send(String name, Caller caller) throws RelyingPartyException {
    codes.ready();
    boolean sent =
        store.write(records -> {
          User user =
              records
                  .users()
                  .named(name)
                  .orElseThrow(() -> new RelyingPartyException.UnknownUser(name));
          EmailAddress address =
              verified(user)
                  .orElseThrow(() ->
                      new AccountConflict(
                          "'%s' has no verified address and is no active account, so no code is sent."
                              .formatted(name)));
          boolean done =
              codes.send(
                  records, question(records, user, address, caller), MailKind.DESK, Sending.CODE);
          Instant now = clock.instant();
          records
              .audit()
              .append(
                  done
                      ? AuditEvent.succeeded(now, AuditEvents.DESK_CODE, caller, name)
                      : AuditEvent.refused(
                          now, AuditEvents.DESK_CODE, caller, name, "too many mails today"));
          return done;
        });
    if (!sent) {
      throw new AccountConflict(
          "Too many codes were sent to '%s' today; use another way, or wait half an hour."
              .formatted(name));
    }
    mail.posted();
  }

  /** Gets the keys, outside of any transaction. */
  public void ready() throws RelyingPartyException {
    codes.ready();
    device.ready();
  }

  /**
   * Judges what somebody told. What a wrong answer costs is stored with the transaction, which
   * therefore must not be undone.
   *
   * @return why not; empty if it is proven
   */
  public Optional<String> refusal(
      Records records, User user, Proof proof, String typed, Caller caller)
      throws RelyingPartyException {
    return switch (proof) {
      case DEVICE ->
          device.accepts(records, user, typed, caller)
              ? Optional.empty()
              : Optional.of(
                  device.isSetUp(records, user)
                      ? "the one-time password or recovery code is not accepted"
                      : "there is no device for one-time passwords");
      case EMAIL -> {
        Optional<EmailAddress> address = verified(user);
        if (address.isEmpty()) {
          yield Optional.of("there is no verified address");
        }
        CodeResult result =
            codes.check(records, question(records, user, address.get(), caller), typed);
        yield switch (result) {
          case Accepted _ -> Optional.empty();
          case CodeResult.Refused it -> Optional.of(it.reason());
        };
      }
    };
  }

  private static Optional<EmailAddress> verified(User user) {
    return user.status() == Status.ACTIVE && user.emailVerified().isPresent()
        ? user.profile().email().map(EmailAddress::new)
        : Optional.empty();
  }

  /** Bound to address and account: a code to an address that was changed meanwhile is void. */
  private static Question question(
      Records records, User user, EmailAddress address, Caller caller) {
    return Door.question(
        records,
        Purpose.DESK,
        address.key() + " " + user.handle(),
        address,
        Optional.of(user),
        caller);
  }
}
