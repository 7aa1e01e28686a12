package dev.touchstone.rp.desk.lost;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.Enrolment.State;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import java.time.Instant;

/** What may still become of requests, judged by what is stored now. */
final class Requests {

  private Requests() {}

  static void refuseSecond(User user, Instant now, Records records) throws AccountConflict {
    boolean open =
        records.enrolments().of(Bytes.ofBase64Url(user.handle())).stream()
            .anyMatch(it -> it.isOpen(now));
    if (open) {
      throw new AccountConflict(
          "There is an open request for '%s' already; decide that one first."
              .formatted(user.name()));
    }
  }

  /** One that waits for a second operator. */
  static Listed open(String id, Instant now, Records records) throws AccountConflict {
    Enrolment enrolment = found(id, records);
    if (enrolment.state() != State.ASKED || !enrolment.isOpen(now)) {
      throw closed(enrolment, enrolment.state() == State.ASKED);
    }
    Listed listed = listed(enrolment, records);
    if (listed.user().status() != Status.ACTIVE) {
      throw gone();
    }
    return listed;
  }

  /** One that waits, or whose code may still make a key. */
  static Listed toDecline(String id, Instant now, Records records) throws AccountConflict {
    Enrolment enrolment = found(id, records);
    if (!enrolment.canBeDeclined(now)) {
      throw closed(enrolment, enrolment.canBeDeclined(Instant.MIN));
    }
    return listed(enrolment, records);
  }

  private static AccountConflict closed(Enrolment enrolment, boolean expired) {
    return new AccountConflict(
        expired
            ? "The request has expired; ask again."
            : "The request is %s already.".formatted(enrolment.state().word()));
  }

  private static Enrolment found(String id, Records records) throws AccountConflict {
    return records
        .enrolments()
        .find(id)
        .orElseThrow(() -> new AccountConflict("There is no such request."));
  }

  private static Listed listed(Enrolment enrolment, Records records) throws AccountConflict {
    return new Listed(
        enrolment, records.users().withHandle(enrolment.userHandle()).orElseThrow(Requests::gone));
  }

  private static AccountConflict gone() {
    return new AccountConflict("The account that it is for is disabled, or gone.");
  }

  /** The registration that its code began makes no key any more, if none came of it yet. */
  static void endRegistration(Enrolment enrolment, Instant now, Records records) {
    enrolment
        .ceremony()
        .flatMap(it -> records.ceremonies().find(it, CeremonyKind.REGISTRATION))
        .filter(it -> it.answer().isEmpty())
        .ifPresent(it -> {
          boolean _ = records.ceremonies().spend(it, Ceremony.Answer.none(now));
        });
  }

  /** No earlier code of the same person is good for anything any more. */
  static void callBackOthers(Enrolment approved, Records records) {
    records.enrolments().of(approved.userHandle()).stream()
        .filter(it -> it.codeDigest().isPresent() && !it.id().equals(approved.id()))
        .filter(it -> it.state() != State.REDEEMED)
        .forEach(it -> records.enrolments().update(it.calledBack()));
  }
}
