package dev.touchstone.rp.desk.lost;

import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.RegistrationRequest.Account;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.Enrolment.State;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SigningKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A one-time code becomes a registration. Each code has one registration at a time, and that is
 * spent before another one begins: whoever cancels at the key may try again while the code is good,
 * and no code ever makes two keys.
 */
public final class Redemption {

  /** Begins a registration. */
  @FunctionalInterface
  public interface Registrations {
    PendingCeremony begin(RegistrationRequest request, Caller caller) throws RelyingPartyException;
  }

  private final Store store;
  private final Registrations registrations;
  private final SigningKeys keys;
  private final InstantSource clock;

  public Redemption(
      Store store, Registrations registrations, SigningKeys keys, InstantSource clock) {
    this.store = store;
    this.registrations = registrations;
    this.keys = keys;
    this.clock = clock;
  }

  private record Ticket(Enrolment enrolment, User user) {}

  /**
   * Begins the registration that the code is good for.
   *
   * @param label of the new key
   * @return empty if the code is good for nothing: wrong, used, expired, or its operators are no
   *     operators any more; whoever types it is not told which
   */
  public Optional<PendingCeremony> begin(String typed, String label, Caller caller)
      throws RelyingPartyException {
    Optional<String> digest = EnrolmentCode.digest(typed, keys);
    Optional<Ticket> ticket = store.write(records -> ticket(digest, records, caller));
    if (ticket.isEmpty()) {
      return Optional.empty();
    }
    User user = ticket.get().user();
    RegistrationRequest request =
        RegistrationRequest.forUser(user.name())
            .labelled(label)
            .by(user.displayName(), user.profile(), Account.EXISTING);
    PendingCeremony begun = registrations.begin(request, caller.as(user.name()));
    boolean bound = store.write(records -> bind(ticket.get(), begun, records, caller));
    return bound ? Optional.of(begun) : Optional.empty();
  }

  private Optional<Ticket> ticket(Optional<String> digest, Records records, Caller caller) {
    Instant now = clock.instant();
    Optional<Enrolment> enrolment = digest.flatMap(records.enrolments()::withCode);
    Optional<User> user = enrolment.flatMap(it -> records.users().withHandle(it.userHandle()));
    String why =
        enrolment.isEmpty() || user.isEmpty()
            ? "no such code"
            : refusal(enrolment.get(), user.get(), now, records);
    if (!why.isEmpty()) {
      String subject = user.map(User::name).orElse("");
      note(records, refused(enrolment, subject, why, caller));
      return Optional.empty();
    }
    Requests.endRegistration(enrolment.orElseThrow(), now, records); // who begins again gives it up
    return Optional.of(new Ticket(enrolment.orElseThrow(), user.orElseThrow()));
  }

  private static String refusal(Enrolment it, User user, Instant now, Records records) {
    if (it.state() == State.REDEEMED) {
      return "the code was used";
    }
    if (it.state() != State.APPROVED && it.state() != State.USED) {
      return "the request is " + it.state().word();
    }
    if (!now.isBefore(it.expires())) {
      return "the code has expired";
    }
    if (user.status() != Status.ACTIVE) {
      return "the account is disabled";
    }
    boolean stand =
        Operators.stands(it.askedBy().handle(), user, records)
            && it.decided().isPresent()
            && Operators.stands(it.decided().get().by().handle(), user, records);
    return stand ? "" : "one of the two operators may not help this person any more";
  }

  /** Of two who begin at the same moment, one has it; the other's registration is spent. */
  private boolean bind(Ticket ticket, PendingCeremony begun, Records records, Caller caller) {
    Instant now = clock.instant();
    Optional<Enrolment> current = records.enrolments().find(ticket.enrolment().id());
    boolean mine =
        current.isPresent()
            && current.get().ceremony().equals(ticket.enrolment().ceremony())
            && current.get().state() == ticket.enrolment().state()
            && current.get().codeDigest().equals(ticket.enrolment().codeDigest());
    if (!mine) {
      boolean _ = records.ceremonies().spend(begun.ceremony(), Ceremony.Answer.none(now));
      String why = "the code was called back, or typed once more, at the same moment";
      note(records, refused(current, ticket.user().name(), why, caller));
      return false;
    }
    records.enrolments().update(current.get().begun(begun.id()));
    note(
        records,
        current
            .get()
            .named(
                AuditEvent.succeeded(
                    now,
                    AuditEvents.ENROLMENT_REDEEM,
                    caller.as(ticket.user().name()),
                    ticket.user().name())));
    return true;
  }

  private AuditEvent refused(
      Optional<Enrolment> enrolment, String subject, String why, Caller caller) {
    AuditEvent row =
        AuditEvent.refused(clock.instant(), AuditEvents.ENROLMENT_REDEEM, caller, subject, why);
    return enrolment.map(it -> it.named(row)).orElse(row);
  }

  private static void note(Records records, AuditEvent event) {
    records.audit().append(event);
  }
}
