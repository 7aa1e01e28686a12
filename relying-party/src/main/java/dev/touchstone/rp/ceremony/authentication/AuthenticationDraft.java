package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialState;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyAudit;
import dev.touchstone.rp.ceremony.Draft;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Verdict;
import java.util.Optional;

/** A verdict on a sign-in, and what it changes. */
record AuthenticationDraft(
    AuthenticationEvidence evidence,
    SignInOutcome outcome,
    Verdict verdict,
    String subject,
    Caller caller)
    implements Draft {

  @Override
  public Optional<Verdict> apply(Records records) {
    if (!holds(records)) {
      return Optional.empty();
    }
    Optional<User> user = outcome.use().map(_ -> signedIn(records));
    if (outcome.suspected()) {
      records.credentials().suspectClone(id());
    }
    records.audit().append(CeremonyAudit.of(verdict, subject, evidence.now(), caller));
    return Optional.of(user.map(verdict::of).orElse(verdict));
  }

  /** What was written already when it does not hold is taken back. */
  private boolean holds(Records records) {
    if (outcome.use().isEmpty()) {
      return records.credentials().stateToChange(id()).equals(seen()) && spent(records);
    }
    boolean used = records.credentials().used(id(), seen().orElseThrow(), outcome.use().get());
    if (used && !spent(records)) {
      throw new Overtaken();
    }
    return used;
  }

  private Bytes id() {
    return evidence.response().id();
  }

  private Optional<CredentialState> seen() {
    return evidence.record().present().map(it -> it.credential().state());
  }

  /** Where the challenge was spent before, the verdict says so, and this changes nothing. */
  private boolean spent(Records records) {
    return evidence.ceremony().answer().isPresent()
        || records
            .ceremonies()
            .spend(evidence.ceremony(), new Ceremony.Answer(evidence.now(), evidence.digest()));
  }

  /** Nobody who was disabled since the answer was judged. */
  private User signedIn(Records records) {
    User owner = evidence.owner().orElseThrow();
    if (!records.users().signedIn(Bytes.ofBase64Url(owner.handle()), evidence.now())) {
      throw new Overtaken();
    }
    return owner.signedIn(evidence.now());
  }
}
