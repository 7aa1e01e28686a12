package dev.touchstone.rp.desk.lost;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.desk.person.People;
import dev.touchstone.rp.factor.email.check.IdentityCheck;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownCredential;
import dev.touchstone.rp.token.desk.SignedOut;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A key is lost, and its owner proves by a code who they are. In the same transaction the
 * credential stops to sign anybody in, but is kept: then a new key is registered, and only then is
 * the old credential forgotten. Whatever fails between these steps leaves a state from which the
 * next one can be taken: nobody signs in by the lost key, and the owner either has the new one or
 * the desk goes on where it was.
 */
public final class LostKey {

  /** After the identity was proven, for so long nobody is asked for another code to go on. */
  public static final Duration PROVEN_FOR = Duration.ofMinutes(30);

  private final Store store;
  private final IdentityCheck identity;
  private final InstantSource clock;

  public LostKey(Store store, IdentityCheck identity, InstantSource clock) {
    this.store = store;
    this.identity = identity;
    this.clock = clock;
  }

  /** What became of a proof. */
  public sealed interface Answer {

    /** It was right; this is the credential as it is now. */
    record Proven(Credential credential) implements Answer {}

    /** It was not, and nothing was changed. */
    record NotProven(String reason) implements Answer {}
  }

  /**
   * Sends a code to the verified address of somebody.
   *
   * @throws AccountConflict if there is none, or too many were sent
   */
  public void sendCode(String name, Caller caller) throws RelyingPartyException {
    identity.send(name, caller);
  }

  /**
   * The key is lost: from now on the credential signs nobody in, if the owner is who they say.
   *
   * @throws UnknownCredential if the credential is not that person's
   * @throws AccountConflict if the account is disabled
   */
  public Answer report(String name, String credentialId, Proof proof, String typed, Caller caller)
      throws RelyingPartyException {
    return decide(name, credentialId, proof, typed, caller, AuditEvents.DESK_LOST_KEY, true);
  }

  /**
   * The key was found: the credential is good again, if the owner is who they say. A thief would
   * say the same.
   *
   * @throws UnknownCredential if the credential is not that person's
   */
  public Answer found(String name, String credentialId, Proof proof, String typed, Caller caller)
      throws RelyingPartyException {
    return decide(name, credentialId, proof, typed, caller, AuditEvents.DESK_FOUND_KEY, false);
  }

  private Answer decide(
      String name,
      String credentialId,
      Proof proof,
      String typed,
      Caller caller,
      String event,
      boolean lost)
      throws RelyingPartyException {
    identity.ready();
    return store.write(records -> {
      User user = People.find(records, name);
      Credential credential = of(user, credentialId, records);
      if (user.status() == Status.DISABLED) {
        throw new AccountConflict(
            "The account of '%s' is disabled; find out why before anybody gets a new key."
                .formatted(user.name()));
      }
      Instant now = clock.instant();
      Optional<String> refusal = identity.refusal(records, user, proof, typed, caller);
      if (refusal.isPresent()) {
        note(
            AuditEvent.refused(now, event, caller, user.name(), refusal.get()),
            credential,
            proof,
            records);
        return new Answer.NotProven(refusal.get());
      }
      Bytes id = Bytes.ofBase64Url(credential.id());
      boolean _ =
          lost ? records.credentials().lost(id, now, true) : records.credentials().found(id);
      if (lost) {
        SignedOut.everywhere(records, user, "a key is lost", now);
      }
      note(AuditEvent.succeeded(now, event, caller, user.name()), credential, proof, records);
      return new Answer.Proven(of(user, credential.id(), records));
    });
  }

  private static void note(AuditEvent event, Credential credential, Proof proof, Records records) {
    records
        .audit()
        .append(
            event
                .about(credential.id())
                .with("label", credential.label())
                .with("proof", proof.word()));
  }

  /** Whether the identity was proven for this so recently that the new key may be registered. */
  public boolean mayGoOn(Credential credential) throws RelyingPartyException {
    Instant now = clock.instant();
    boolean recently =
        credential
            .lost()
            .filter(since -> !since.isAfter(now) && now.isBefore(since.plus(PROVEN_FOR)))
            .isPresent();
    return recently && store.read(it -> it.credentials().provenLost(bytes(credential.id())));
  }

  /**
   * The new key is registered: the lost credential goes.
   *
   * @param replacement the new credential
   * @throws AccountConflict if the credential is not a lost one, or the new one is not the same
   *     person's
   */
  public void replaced(String credentialId, String replacement, Caller caller)
      throws RelyingPartyException {
    store.write(records -> {
      Bytes id = bytes(credentialId);
      Credential old =
          records
              .credentials()
              .findToChange(id)
              .orElseThrow(() -> new UnknownCredential(credentialId))
              .credential();
      Credential its =
          records
              .credentials()
              .find(bytes(replacement))
              .orElseThrow(() -> new UnknownCredential(replacement))
              .credential();
      if (old.lost().isEmpty()
          || !its.userName().equals(old.userName())
          || its.id().equals(old.id())
          || its.lost().isPresent()) {
        throw new AccountConflict(
            "Only a credential that was reported lost is replaced, and by another one of the same"
                + " person.");
      }
      boolean gone = records.credentials().delete(id);
      records
          .audit()
          .append(
              AuditEvent.succeeded(
                      clock.instant(), AuditEvents.DESK_REPLACED, caller, old.userName())
                  .about(old.id())
                  .with("label", old.label())
                  .with("replacement", its.id()));
      return gone;
    });
  }

  private static Credential of(User user, String credentialId, Records records)
      throws UnknownCredential {
    List<Credential> theirs = records.credentials().of(user.name());
    return theirs.stream()
        .filter(it -> it.id().equals(credentialId))
        .findFirst()
        .orElseThrow(() -> new UnknownCredential(credentialId));
  }

  private static Bytes bytes(String id) throws UnknownCredential {
    try {
      return Bytes.ofBase64Url(id);
    } catch (IllegalArgumentException e) {
      throw new UnknownCredential(id);
    }
  }
}
