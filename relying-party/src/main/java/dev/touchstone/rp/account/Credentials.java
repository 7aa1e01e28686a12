package dev.touchstone.rp.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The credentials that are stored. */
public interface Credentials {

  /**
   * What a sign-in changes in a credential record (WebAuthn Level 3 §7.2 step 24).
   *
   * @param signCount the counter as received
   * @param backedUp flag BS as received
   * @param userVerified whether user verification was ever performed
   * @param possibleClone whether the counter ever failed to go up
   * @param when of the sign-in
   */
  record Use(
      long signCount,
      boolean backedUp,
      boolean userVerified,
      boolean possibleClone,
      Instant when) {}

  /** By user name, oldest first. */
  List<Credential> all();

  /** Oldest first. */
  List<Credential> of(String userName);

  Optional<CredentialRecord> find(Bytes id);

  /** The id must be new. */
  void add(CredentialRecord record);

  void used(Bytes id, Use use);

  /** Remembers that the counter did not go up, where the sign-in itself was refused. */
  void suspectClone(Bytes id);

  /** False if there is no such credential. */
  boolean relabel(Bytes id, String label);

  /** False if there is no such credential. */
  boolean delete(Bytes id);
}
