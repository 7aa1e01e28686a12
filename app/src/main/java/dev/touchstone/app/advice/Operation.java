package dev.touchstone.app.advice;

/** What the person was doing when it failed. */
public enum Operation {
  /** Reading what a key tells of itself without a PIN: its description, its PIN tries. */
  READ_KEY,
  CHOOSE_KEY_BY_TOUCH,
  WINK,
  SET_PIN,
  CHANGE_PIN,
  VERIFY_PIN,
  REGISTER,
  SIGN_IN,
  /** Listing the credentials on a key, by a token of the moment or a persistent one. */
  LIST_CREDENTIALS,
  RENAME_CREDENTIAL_USER,
  DELETE_KEY_CREDENTIAL,
  LIST_FINGERPRINTS,
  ENROL_FINGERPRINT,
  RENAME_FINGERPRINT,
  DELETE_FINGERPRINT,
  READ_LARGE_BLOB,
  WRITE_LARGE_BLOB,
  DELETE_LARGE_BLOB,
  COLLECT_LARGE_BLOBS,
  /** Changing a setting of a key: minimum PIN length, always-UV, enterprise attestation. */
  CONFIGURE_KEY,
  RESET_KEY,
  /** Sending the commands of a recording to a key. */
  REPLAY,
  ACCOUNTS,
  INSPECT
}
