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
   * @param address from where; empty for this computer
   */
  record Use(
      long signCount,
      boolean backedUp,
      boolean userVerified,
      boolean possibleClone,
      Instant when,
      String address) {}

  /** By user name, oldest first. */
  List<Credential> all();

  /** Oldest first. */
  List<Credential> of(String userName);

  /** Oldest first, and no more of each than an allow or exclude list needs. */
  List<CredentialDescriptor> descriptors(Bytes userHandle);

  Optional<CredentialRecord> find(Bytes id);

  /** What may change of it; nobody else changes it until the work at the store is done. */
  Optional<CredentialState> stateToChange(Bytes id);

  /** Finds it, and lets nobody else change it until the work at the store is done. */
  Optional<CredentialRecord> findToChange(Bytes id);

  /**
   * Up to so many records, by id: all of them, a page at a time.
   *
   * @param after the id of the last one of the page before; empty for the first page
   */
  List<CredentialRecord> page(String after, int limit);

  /** The id must be new. */
  void add(CredentialRecord record);

  /**
   * Stores a sign-in.
   *
   * @param seen what may change of the credential, as it was when the sign-in was judged
   * @return false if it is another by now; then nothing is stored
   */
  boolean used(Bytes id, CredentialState seen, Use use);

  /** Remembers that the counter did not go up, where the sign-in itself was refused. */
  void suspectClone(Bytes id);

  /** Notes which number the key told that made it; people search by it. */
  void keepSerial(Bytes id, String serial);

  /** The number that {@link #keepSerial} kept. */
  Optional<String> serial(Bytes id);

  /**
   * Notes since when the key counts as lost: it signs nobody in any more.
   *
   * @param proven whether its owner proved a moment before who they are
   * @return false if there is no such credential
   */
  boolean lost(Bytes id, Instant since, boolean proven);

  /**
   * Forgets that it was lost.
   *
   * @return false if there is no such credential
   */
  boolean found(Bytes id);

  /** Whether it is lost, and its owner proved who they are when they said so. */
  boolean provenLost(Bytes id);

  /** False if there is no such credential. */
  boolean relabel(Bytes id, String label);

  /**
   * Notes whether its attestation leads to a trust anchor.
   *
   * @return false if there is no such credential
   */
  boolean trust(Bytes id, boolean trusted);

  /** False if there is no such credential. */
  boolean delete(Bytes id);
}
