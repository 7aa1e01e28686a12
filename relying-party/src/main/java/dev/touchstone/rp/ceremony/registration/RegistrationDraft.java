package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyAudit;
import dev.touchstone.rp.ceremony.Draft;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import java.util.Optional;

/**
 * A verdict on a registration, and what it changes.
 *
 * @param registered whether the credential id was known when it was judged
 * @param made the new credential; empty if it was refused
 * @param subject the name of the account
 */
record RegistrationDraft(
    RegistrationEvidence evidence,
    boolean registered,
    Optional<CredentialRecord> made,
    Verdict verdict,
    String subject,
    Caller caller)
    implements Draft {

  @Override
  public boolean holds(Records records) {
    boolean known = records.credentials().find(evidence.response().id()).isPresent();
    return known == registered && (evidence.ceremony().answer().isPresent() || spend(records));
  }

  /** Where the challenge was spent before, the verdict says so, and this changes nothing. */
  private boolean spend(Records records) {
    return records
        .ceremonies()
        .spend(evidence.ceremony(), new Ceremony.Answer(evidence.now(), evidence.digest()));
  }

  @Override
  public Verdict apply(Records records) throws RequestInvalid {
    if (made.isPresent()) {
      welcome(records.users());
      records.credentials().add(made.get());
    }
    records.audit().append(CeremonyAudit.of(verdict, subject, evidence.now(), caller));
    return made.flatMap(it -> records.users().withHandle(it.userHandle()))
        .map(verdict::of)
        .orElse(verdict);
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
