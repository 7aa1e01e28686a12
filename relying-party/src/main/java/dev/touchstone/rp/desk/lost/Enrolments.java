package dev.touchstone.rp.desk.lost;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.Enrolment.Decision;
import dev.touchstone.rp.desk.Enrolment.Signer;
import dev.touchstone.rp.desk.Enrolment.State;
import dev.touchstone.rp.desk.person.People;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.secret.SigningKeys;
import dev.touchstone.rp.token.desk.SignedOut;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Somebody lost everything, so no code can prove who they are: one operator asks for a new key,
 * another one approves, and the person gets a one-time code. Both operators are accounts that
 * signed in with a key; both are in the audit trail.
 */
public final class Enrolments {

  /** As long as a request waits for a second operator. */
  public static final Duration WAITS = Duration.ofHours(24);

  /** As long as the code is good. */
  public static final Duration GOOD_FOR = Duration.ofHours(1);

  private static final int ID_BYTES = 16;
  private static final int LONGEST_REASON = 500;
  private static final int MOST = 100;

  private final Store store;
  private final SigningKeys keys;
  private final InstantSource clock;
  private final SecureRandom random;

  public Enrolments(Store store, SigningKeys keys, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A request and whom it is for.
   *
   * @param enrolment the request
   * @param user for whom
   */
  public record Listed(Enrolment enrolment, User user) {}

  /**
   * What an approval gives.
   *
   * @param listed the request as it is now
   * @param code told this once
   * @param stopped credentials that sign nobody in from now on
   */
  public record Approved(Listed listed, String code, List<Credential> stopped) {
    public Approved {
      stopped = List.copyOf(stopped);
    }

    /** Not the code. */
    @Override
    public String toString() {
      return "Approved[" + listed.enrolment().id() + "]";
    }
  }

  /** The latest, newest first. */
  public List<Listed> latest() throws RelyingPartyException {
    return store.read(records ->
        records.enrolments().latest(MOST).stream()
            .flatMap(it ->
                records
                    .users()
                    .withHandle(it.userHandle())
                    .map(user -> new Listed(it, user))
                    .stream())
            .toList());
  }

  /**
   * Asks for a new key for somebody.
   *
   * @param reason why the first operator believes them; kept for the second one to read
   * @param operator the account that is signed in
   * @throws AccountConflict if the operator may not, or somebody asked already
   * @throws RequestInvalid if no reason is given, or a very long one
   */
  public Listed ask(String person, String reason, User operator, Caller caller)
      throws RelyingPartyException {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new RequestInvalid(
          "Say in 1 to %d characters how you know that it is them: the second operator decides by that."
              .formatted(LONGEST_REASON));
    }
    return orTold(
        AuditEvents.ENROLMENT_ASK,
        caller,
        records -> {
          Instant now = clock.instant();
          User user = People.find(records, person);
          User asking = Operators.who(operator, records);
          Operators.mayAsk(asking, user);
          Requests.refuseSecond(user, now, records);
          Enrolment enrolment =
              new Enrolment(
                  newId(),
                  Bytes.ofBase64Url(user.handle()),
                  State.ASKED,
                  why,
                  now,
                  new Signer(asking.handle(), asking.name()),
                  Optional.empty(),
                  now.plus(WAITS),
                  Optional.empty(),
                  Optional.empty());
          records.enrolments().add(enrolment);
          note(records, AuditEvents.ENROLMENT_ASK, caller, user, enrolment);
          return new Listed(enrolment, user);
        });
  }

  /**
   * The second operator agrees: all credentials of the person stop to sign in, and there is a code.
   * No earlier one of theirs is good for anything any more.
   *
   * @throws AccountConflict if the operator may not, or the request is no longer open
   */
  public Approved approve(String id, User operator, Caller caller) throws RelyingPartyException {
    String code = EnrolmentCode.make(random);
    String digest = EnrolmentCode.digest(code, keys).orElseThrow();
    return orTold(
        AuditEvents.ENROLMENT_APPROVE,
        caller,
        records -> {
          Instant now = clock.instant();
          Listed asked = Requests.open(id, now, records);
          User approving = Operators.who(operator, records);
          Operators.mayApprove(approving, asked, records);
          Enrolment approved =
              asked.enrolment().approved(decision(now, approving), digest, now.plus(GOOD_FOR));
          Requests.callBackOthers(approved, records);
          records.enrolments().update(approved);
          List<Credential> stopped = stop(asked.user(), now, records);
          note(records, AuditEvents.ENROLMENT_APPROVE, caller, asked.user(), approved);
          return new Approved(new Listed(approved, asked.user()), code, stopped);
        });
  }

  /** Nobody has proved who they are, so nobody goes on with these as if they had. */
  private static List<Credential> stop(User user, Instant now, Records records) {
    List<Credential> working =
        records.credentials().of(user.name()).stream().filter(it -> it.lost().isEmpty()).toList();
    working.forEach(it -> {
      boolean _ = records.credentials().lost(Bytes.ofBase64Url(it.id()), now, false);
    });
    SignedOut.everywhere(records, user, "their keys are lost", now);
    return working;
  }

  /**
   * The second operator does not agree; or the one who asked takes it back. Where it was approved,
   * the code is called back, and the registration that it began; the keys that were stopped stay
   * so.
   *
   * @throws AccountConflict if the operator may not, or there is nothing left to decide
   */
  public Listed decline(String id, User operator, Caller caller) throws RelyingPartyException {
    return orTold(
        AuditEvents.ENROLMENT_DECLINE,
        caller,
        records -> {
          Instant now = clock.instant();
          Listed asked = Requests.toDecline(id, now, records);
          User declining = Operators.who(operator, records);
          boolean own = asked.enrolment().askedBy().handle().equals(declining.handle());
          if (!own) {
            Operators.mayDecline(declining, asked.user());
          }
          Enrolment declined =
              asked
                  .enrolment()
                  .decided(own ? State.WITHDRAWN : State.DECLINED, decision(now, declining));
          records.enrolments().update(declined);
          Requests.endRegistration(asked.enrolment(), now, records);
          note(
              records,
              AuditEvents.ENROLMENT_DECLINE,
              caller,
              asked.user(),
              declined,
              asked.enrolment().decided());
          return new Listed(declined, asked.user());
        });
  }

  private static Decision decision(Instant now, User by) {
    return new Decision(now, new Signer(by.handle(), by.name()));
  }

  private void note(Records records, String event, Caller caller, User user, Enrolment enrolment) {
    note(records, event, caller, user, enrolment, Optional.empty());
  }

  /** Where an approval is taken back, whose it was is told as well. */
  private void note(
      Records records,
      String event,
      Caller caller,
      User user,
      Enrolment enrolment,
      Optional<Decision> approval) {
    AuditEvent row =
        enrolment
            .named(AuditEvent.succeeded(clock.instant(), event, caller, user.name()))
            .with("state", enrolment.state().word());
    records.audit().append(approval.map(it -> row.with("approved_by", it.by().name())).orElse(row));
  }

  private <T> T orTold(String event, Caller caller, Store.Work<T> work)
      throws RelyingPartyException {
    try {
      return store.write(work);
    } catch (AccountConflict e) {
      AuditEvent refused =
          AuditEvent.refused(clock.instant(), event, caller, "", String.valueOf(e.getMessage()));
      store.write(records -> {
        records.audit().append(refused);
        return refused;
      });
      throw e;
    }
  }

  /** In hex: people type it, and base64url may begin with a hyphen. */
  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Bytes.of(id).hex();
  }
}
