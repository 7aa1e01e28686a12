package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyAudit;
import dev.touchstone.rp.ceremony.Draft;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import java.util.Optional;

/**
 * A verdict on a registration, and what it changes.
 *
 * @param registered whether the credential id was known when it was judged
 * @param code whose one-time code began it, if one did
 * @param made the new credential; empty if it was refused
 * @param subject the name of the account
 */
record RegistrationDraft(
    RegistrationEvidence evidence,
    boolean registered,
    Optional<Enrolment> code,
    Optional<CredentialRecord> made,
    Verdict verdict,
    String subject,
    Caller caller)
    implements Draft {

  private boolean holds(Records records) {
    boolean known = records.credentials().find(evidence.response().id()).isPresent();
    return known == registered
        && standsStill(records)
        && (evidence.ceremony().answer().isPresent() || spend(records));
  }

  /**
   * Whether the code and the account are as they were. Both are locked, in the order in which the
   * help desk locks them, before anything is written: a new credential refers to the account, and
   * of two who refer to it neither could lock it any more.
   */
  private boolean standsStill(Records records) {
    if (made.isEmpty()) {
      return true;
    }
    boolean same = code.isEmpty() || records.enrolments().find(code.get().id()).equals(code);
    boolean newcomer = evidence.ceremony().newcomer().isPresent();
    return same
        && (newcomer
            || records
                .users()
                .withHandle(made.get().userHandle())
                .filter(it -> it.status() == Status.ACTIVE)
                .isPresent());
  }

  /** Where the challenge was spent before, the verdict says so, and this changes nothing. */
  private boolean spend(Records records) {
    return records
        .ceremonies()
        .spend(evidence.ceremony(), new Ceremony.Answer(evidence.now(), evidence.digest()));
  }

  @Override
  public Optional<Verdict> apply(Records records) throws RequestInvalid {
    if (!holds(records)) {
      return Optional.empty();
    }
    if (made.isPresent()) {
      welcome(records.users());
      records.credentials().add(made.get());
      code.ifPresent(it -> records.enrolments().update(it.redeemed()));
    }
    AuditEvent row = CeremonyAudit.of(verdict, subject, evidence.now(), caller);
    records.audit().append(code.map(it -> it.named(row)).orElse(row));
    return made.flatMap(it -> records.users().withHandle(it.userHandle()))
        .map(verdict::of)
        .or(() -> Optional.of(verdict));
  }

  /** Makes the account, unless somebody else took its name since the registration was begun. */
  private void welcome(Users users) throws RequestInvalid {
    if (evidence.ceremony().newcomer().isEmpty()) {
      return;
    }
    User newcomer = evidence.ceremony().newcomer().get();
    boolean taken =
        users.named(newcomer.name()).isPresent()
            || newcomer.profile().email().flatMap(users::withEmail).isPresent();
    if (taken) {
      throw new RequestInvalid(
          "The user name '%s' was taken meanwhile; choose another one, or register a further key for that user."
              .formatted(newcomer.name()));
    }
    users.add(newcomer);
  }
}
