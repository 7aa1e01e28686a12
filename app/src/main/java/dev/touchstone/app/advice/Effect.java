package dev.touchstone.app.advice;

/** In which state an operation that failed left the key. */
final class Effect {

  private Effect() {}

  /** The key refused, or never heard of it. */
  static String none(Operation operation) {
    return switch (operation) {
      case REGISTER -> "Nothing was registered.";
      case SIGN_IN -> "Nobody was signed in.";
      case SET_PIN -> "No PIN was set.";
      case CHANGE_PIN -> "The PIN is still the old one.";
      case RENAME_CREDENTIAL_USER, RENAME_FINGERPRINT -> "The old name stays.";
      case DELETE_KEY_CREDENTIAL, DELETE_FINGERPRINT, DELETE_LARGE_BLOB, COLLECT_LARGE_BLOBS ->
          "Nothing was deleted.";
      case ENROL_FINGERPRINT -> "No fingerprint was added.";
      case WRITE_LARGE_BLOB -> "Nothing was written.";
      case CONFIGURE_KEY -> "The setting is as it was.";
      case RESET_KEY -> "The key was not reset.";
      case READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          VERIFY_PIN,
          LIST_CREDENTIALS,
          LIST_FINGERPRINTS,
          READ_LARGE_BLOB,
          REPLAY,
          ACCOUNTS,
          INSPECT ->
          "";
    };
  }

  /** A reply did not come, or nobody can read it: one of two states. */
  static String unknown(Operation operation) {
    return switch (operation) {
      case REGISTER ->
          "Nothing was registered. A credential that the key may have made already takes a slot.";
      case SIGN_IN -> "Nobody was signed in. A touch that was given is spent.";
      case SET_PIN -> "Whether the PIN was set is not known; 'touchstone pin tries' tells.";
      case CHANGE_PIN ->
          "Whether the PIN is the old or the new one is not known; to type the other one costs a"
              + " try.";
      case VERIFY_PIN ->
          "If the PIN was wrong, that has cost a try; 'touchstone pin tries' tells how many are"
              + " left.";
      case RENAME_CREDENTIAL_USER, RENAME_FINGERPRINT ->
          "Whether it has the old or the new name is not known.";
      case DELETE_KEY_CREDENTIAL, DELETE_FINGERPRINT ->
          "Whether it is deleted or still there is not known.";
      case ENROL_FINGERPRINT -> "Whether the fingerprint was added is not known.";
      case WRITE_LARGE_BLOB, DELETE_LARGE_BLOB, COLLECT_LARGE_BLOBS ->
          "Whether the large blobs are as before or as they were to be is not known.";
      case CONFIGURE_KEY -> "Whether the setting is the old or the new one is not known.";
      case RESET_KEY -> "Whether the key was reset or is as it was is not known.";
      case REPLAY -> "Whether the key did the last command is not known.";
      case READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          LIST_CREDENTIALS,
          LIST_FINGERPRINTS,
          READ_LARGE_BLOB,
          ACCOUNTS,
          INSPECT ->
          none(operation);
    };
  }

  /** How to go on when it is not known; the end of a sentence. */
  static String goOnCarefully(Operation operation) {
    return operation.changesKey() ? "look whether it was done before you start over" : "start over";
  }
}
