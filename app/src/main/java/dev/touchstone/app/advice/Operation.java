package dev.touchstone.app.advice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
  INSPECT;

  /** How the terminal and the documents call it, such as {@code set-pin}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The operation of this word, if there is one. */
  public static Optional<Operation> of(String word) {
    return Arrays.stream(values()).filter(operation -> operation.word().equals(word)).findFirst();
  }

  /** False for what needs no key at all. */
  boolean isOnAKey() {
    return this != ACCOUNTS && this != INSPECT;
  }

  /** Whether it changes what the key holds, but for a credential that it adds. */
  boolean changesKey() {
    return switch (this) {
      case SET_PIN,
          CHANGE_PIN,
          RENAME_CREDENTIAL_USER,
          DELETE_KEY_CREDENTIAL,
          ENROL_FINGERPRINT,
          RENAME_FINGERPRINT,
          DELETE_FINGERPRINT,
          WRITE_LARGE_BLOB,
          DELETE_LARGE_BLOB,
          COLLECT_LARGE_BLOBS,
          CONFIGURE_KEY,
          RESET_KEY ->
          true;
      case READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          VERIFY_PIN,
          REGISTER,
          SIGN_IN,
          LIST_CREDENTIALS,
          LIST_FINGERPRINTS,
          READ_LARGE_BLOB,
          REPLAY,
          ACCOUNTS,
          INSPECT ->
          false;
    };
  }

  /** Whether a person may have typed the PIN that the key has. */
  boolean asksForPin() {
    return switch (this) {
      case CHANGE_PIN,
          VERIFY_PIN,
          REGISTER,
          SIGN_IN,
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
          CONFIGURE_KEY ->
          true;
      case READ_KEY, CHOOSE_KEY_BY_TOUCH, WINK, SET_PIN, RESET_KEY, REPLAY, ACCOUNTS, INSPECT ->
          false;
    };
  }

  /** Whether the key may have blinked for a touch or a finger. */
  boolean asksForTouch() {
    return switch (this) {
      case CHOOSE_KEY_BY_TOUCH, REGISTER, SIGN_IN, ENROL_FINGERPRINT, RESET_KEY, REPLAY -> true;
      case READ_KEY,
          WINK,
          SET_PIN,
          CHANGE_PIN,
          VERIFY_PIN,
          LIST_CREDENTIALS,
          RENAME_CREDENTIAL_USER,
          DELETE_KEY_CREDENTIAL,
          LIST_FINGERPRINTS,
          RENAME_FINGERPRINT,
          DELETE_FINGERPRINT,
          READ_LARGE_BLOB,
          WRITE_LARGE_BLOB,
          DELETE_LARGE_BLOB,
          COLLECT_LARGE_BLOBS,
          CONFIGURE_KEY,
          ACCOUNTS,
          INSPECT ->
          false;
    };
  }

  /** The command of the specification that does it; empty where there is more than one, or none. */
  String clause() {
    return switch (this) {
      case REGISTER -> "CTAP 2.3 §6.1 authenticatorMakeCredential";
      case SIGN_IN, READ_LARGE_BLOB -> "CTAP 2.3 §6.2 authenticatorGetAssertion";
      case READ_KEY -> "CTAP 2.3 §6.4 authenticatorGetInfo";
      case SET_PIN -> "CTAP 2.3 §6.5.5.5";
      case CHANGE_PIN -> "CTAP 2.3 §6.5.5.6";
      case VERIFY_PIN -> "CTAP 2.3 §6.5.5.7";
      case RESET_KEY -> "CTAP 2.3 §6.6 authenticatorReset";
      case LIST_FINGERPRINTS, ENROL_FINGERPRINT, RENAME_FINGERPRINT, DELETE_FINGERPRINT ->
          "CTAP 2.3 §6.7 authenticatorBioEnrollment";
      case LIST_CREDENTIALS, RENAME_CREDENTIAL_USER, DELETE_KEY_CREDENTIAL ->
          "CTAP 2.3 §6.8 authenticatorCredentialManagement";
      case CHOOSE_KEY_BY_TOUCH -> "CTAP 2.3 §6.9 authenticatorSelection";
      case WRITE_LARGE_BLOB, DELETE_LARGE_BLOB, COLLECT_LARGE_BLOBS ->
          "CTAP 2.3 §6.10 authenticatorLargeBlobs";
      case CONFIGURE_KEY -> "CTAP 2.3 §6.11 authenticatorConfig";
      case WINK -> "CTAP 2.3 §11.2.9.2.1 CTAPHID_WINK";
      case REPLAY, ACCOUNTS, INSPECT -> "CTAP 2.3 §8";
    };
  }
}
