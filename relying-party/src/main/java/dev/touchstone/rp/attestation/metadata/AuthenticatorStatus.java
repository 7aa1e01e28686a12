package dev.touchstone.rp.attestation.metadata;

import java.util.Arrays;
import java.util.Optional;

/**
 * The words of status reports that have a known meaning (FIDO Metadata Service 3.1 §3.1.4). A BLOB
 * may hold others: they stay words.
 */
public enum AuthenticatorStatus {
  NOT_FIDO_CERTIFIED("NOT_FIDO_CERTIFIED", Bearing.NEWS, "not FIDO certified"),
  SELF_ASSERTION_SUBMITTED(
      "SELF_ASSERTION_SUBMITTED",
      Bearing.NEWS,
      "the vendor filled in a self-assertion; nobody certified it"),
  FIDO_CERTIFIED("FIDO_CERTIFIED", Bearing.CERTIFICATION, "FIDO certified, level 1"),
  FIDO_CERTIFIED_L1("FIDO_CERTIFIED_L1", Bearing.CERTIFICATION, "FIDO certified, level 1"),
  FIDO_CERTIFIED_L1_PLUS(
      "FIDO_CERTIFIED_L1plus", Bearing.CERTIFICATION, "FIDO certified, level 1+"),
  FIDO_CERTIFIED_L2("FIDO_CERTIFIED_L2", Bearing.CERTIFICATION, "FIDO certified, level 2"),
  FIDO_CERTIFIED_L2_PLUS(
      "FIDO_CERTIFIED_L2plus", Bearing.CERTIFICATION, "FIDO certified, level 2+"),
  FIDO_CERTIFIED_L3("FIDO_CERTIFIED_L3", Bearing.CERTIFICATION, "FIDO certified, level 3"),
  FIDO_CERTIFIED_L3_PLUS(
      "FIDO_CERTIFIED_L3plus", Bearing.CERTIFICATION, "FIDO certified, level 3+"),
  FIPS140_CERTIFIED_L1("FIPS140_CERTIFIED_L1", Bearing.NEWS, "FIPS 140 certified, level 1"),
  FIPS140_CERTIFIED_L2("FIPS140_CERTIFIED_L2", Bearing.NEWS, "FIPS 140 certified, level 2"),
  FIPS140_CERTIFIED_L3("FIPS140_CERTIFIED_L3", Bearing.NEWS, "FIPS 140 certified, level 3"),
  FIPS140_CERTIFIED_L4("FIPS140_CERTIFIED_L4", Bearing.NEWS, "FIPS 140 certified, level 4"),
  UPDATE_AVAILABLE(
      "UPDATE_AVAILABLE", Bearing.NEWS, "the vendor offers newer firmware that mends something"),
  RETIRED("RETIRED", Bearing.NEWS, "the vendor no longer supports it"),
  REVOKED("REVOKED", Bearing.DANGER, "the FIDO Alliance revoked it: it is not to be trusted"),
  USER_VERIFICATION_BYPASS(
      "USER_VERIFICATION_BYPASS",
      Bearing.DANGER,
      "its user verification can be got around: whoever holds the key can sign in"),
  ATTESTATION_KEY_COMPROMISE(
      "ATTESTATION_KEY_COMPROMISE",
      Bearing.DANGER,
      "its attestation key is known to others: anything may claim to be this model"),
  USER_KEY_REMOTE_COMPROMISE(
      "USER_KEY_REMOTE_COMPROMISE",
      Bearing.DANGER,
      "its users' private keys can be taken from afar, or guessed"),
  USER_KEY_PHYSICAL_COMPROMISE(
      "USER_KEY_PHYSICAL_COMPROMISE",
      Bearing.DANGER,
      "its users' private keys can be taken by who has it in hand");

  /** What a status means for trust. */
  public enum Bearing {
    /** Somebody examined the model and found it good. */
    CERTIFICATION,
    /** A weakness that FIDO asks relying parties to act upon. */
    DANGER,
    /** Worth knowing. */
    NEWS
  }

  private final String word;
  private final Bearing bearing;
  private final String meaning;

  AuthenticatorStatus(String word, Bearing bearing, String meaning) {
    this.word = word;
    this.bearing = bearing;
    this.meaning = meaning;
  }

  /** As it stands in a BLOB. */
  public String word() {
    return word;
  }

  public Bearing bearing() {
    return bearing;
  }

  /** What it says of a model, a clause. */
  public String meaning() {
    return meaning;
  }

  /** The status of that word, in exactly that spelling. */
  public static Optional<AuthenticatorStatus> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word.equals(word)).findFirst();
  }
}
