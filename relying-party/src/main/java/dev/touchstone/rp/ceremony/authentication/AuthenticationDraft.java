package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialState;
import dev.touchstone.rp.account.Credentials;
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
  public Verdict apply(Records records) {
    Optional<User> user = outcome.use().map(use -> signedIn(use, records));
    boolean same = user.isPresent() || records.credentials().stateToChange(id()).equals(seen());
    if (!same || !spent(records)) {
      throw new Overtaken();
    }
    if (outcome.suspected()) {
      records.credentials().suspectClone(id());
    }
    records.audit().append(CeremonyAudit.of(verdict, subject, evidence.now(), caller));
    return user.map(verdict::of).orElse(verdict);
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

  private User signedIn(Credentials.Use use, Records records) {
    User owner = evidence.owner().orElseThrow();
    if (!records.credentials().used(id(), seen().orElseThrow(), use)) {
      throw new Overtaken();
    }
    records.users().signedIn(Bytes.ofBase64Url(owner.handle()), evidence.now());
    return owner.signedIn(evidence.now());
  }
}
