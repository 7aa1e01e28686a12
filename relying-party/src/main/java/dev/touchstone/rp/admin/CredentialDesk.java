package dev.touchstone.rp.admin;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownCredential;
import dev.touchstone.rp.token.desk.SignedOut;
import java.time.InstantSource;

/** Credentials of anybody, as those who look after them see them. */
public final class CredentialDesk {

  /** As long as anybody will read. */
  private static final int LONGEST_LABEL = 200;

  private final Store store;
  private final InstantSource clock;

  public CredentialDesk(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * One credential with everything that is stored of it.
   *
   * @param credentialId base64url
   * @throws UnknownCredential if there is no such credential
   */
  public CredentialRecord find(String credentialId) throws RelyingPartyException {
    return store.read(records -> existing(credentialId, records));
  }

  /**
   * Gives it another label.
   *
   * @throws UnknownCredential if there is no such credential
   * @throws RelyingPartyException.RequestInvalid if the label is too long
   */
  public void relabel(String credentialId, String label, Caller caller)
      throws RelyingPartyException {
    if (label.length() > LONGEST_LABEL) {
      throw new RelyingPartyException.RequestInvalid(
          "The label is longer than %d characters; shorten it.".formatted(LONGEST_LABEL));
    }
    change(
        credentialId,
        AuditEvents.CREDENTIAL_LABEL,
        caller,
        (records, record) -> records.credentials().relabel(record.id(), label));
  }

  /**
   * Forgets it, so that it signs nobody in any more; the key keeps its half.
   *
   * @throws UnknownCredential if there is no such credential
   */
  public void revoke(String credentialId, Caller caller) throws RelyingPartyException {
    change(
        credentialId,
        AuditEvents.CREDENTIAL_DELETE,
        caller,
        (records, record) -> {
          signOut(records, record, caller);
          return records.credentials().delete(record.id());
        });
  }

  /** Who takes a key away from somebody fears for it; who lets one of their own go does not. */
  private void signOut(Records records, CredentialRecord record, Caller caller) {
    if (!caller.actor().equals(record.credential().userName())) {
      records
          .users()
          .withHandle(record.userHandle())
          .ifPresent(it -> SignedOut.everywhere(records, it, "a key was revoked", clock.instant()));
    }
  }

  /**
   * Keeps the number that the key told that made it, so that people find it by that.
   *
   * @param serial as the key tells it
   * @throws UnknownCredential if there is no such credential
   */
  public void keepSerial(String credentialId, String serial) throws RelyingPartyException {
    store.write(records -> {
      Bytes id = existing(credentialId, records).id();
      records.credentials().keepSerial(id, serial);
      return id;
    });
  }

  private interface Change {
    boolean with(Records records, CredentialRecord record);
  }

  private void change(String credentialId, String event, Caller caller, Change change)
      throws RelyingPartyException {
    boolean changed =
        store.write(records -> {
          CredentialRecord record = existing(credentialId, records);
          String owner = record.credential().userName();
          records
              .audit()
              .append(
                  AuditEvent.succeeded(clock.instant(), event, caller, owner)
                      .about(record.credential().id())
                      .with("label", record.credential().label()));
          return change.with(records, record);
        });
    if (!changed) {
      throw new UnknownCredential(credentialId);
    }
  }

  private static CredentialRecord existing(String credentialId, Records records)
      throws UnknownCredential {
    try {
      return records
          .credentials()
          .findToChange(Bytes.ofBase64Url(credentialId))
          .orElseThrow(() -> new UnknownCredential(credentialId));
    } catch (IllegalArgumentException e) {
      throw new UnknownCredential(credentialId);
    }
  }
}
