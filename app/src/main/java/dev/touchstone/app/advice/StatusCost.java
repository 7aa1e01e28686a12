package dev.touchstone.app.advice;

import dev.touchstone.key.ctap.CtapStatus;

/** What a refusal cost: tries, a touch; and in which state it left the key. */
final class StatusCost {

  private static final String TOUCH = "A touch that was given is spent.";

  private StatusCost() {}

  static String of(Operation operation, CtapStatus status) {
    if (status == CtapStatus.SUCCESS) {
      return "";
    }
    if (status == CtapStatus.UNKNOWN) {
      // Whoever gave it out knows what it means; it may be garbage, too.
      return Effect.unknown(operation);
    }
    return (Effect.none(operation) + " " + extra(operation, status)).strip();
  }

  /** Costs beyond that it was not done. */
  private static String extra(Operation operation, CtapStatus status) {
    boolean pin = operation.asksForPin();
    if (status == CtapStatus.PIN_INVALID && pin) {
      return "It cost one PIN try; 'touchstone pin tries' tells how many are left.";
    }
    if (status == CtapStatus.PIN_BLOCKED && pin) {
      return "No PIN tries are left.";
    }
    if (status == CtapStatus.PIN_AUTH_BLOCKED && pin) {
      return "The key takes no PIN before it is plugged in again.";
    }
    if (status == CtapStatus.UV_INVALID && pin) {
      return "It cost one try of the key's own verification, and no PIN try.";
    }
    if (status == CtapStatus.UV_BLOCKED && pin) {
      return "The key's own verification has no tries left; the PIN tries are as they were.";
    }
    return spendsTouch(operation, status) ? TOUCH : "";
  }

  /** A key collects the touch before it says these, CTAP 2.3 §6.1.2 and §6.2.2. */
  private static boolean spendsTouch(Operation operation, CtapStatus status) {
    return switch (operation) {
      case REGISTER ->
          status == CtapStatus.CREDENTIAL_EXCLUDED || status == CtapStatus.KEY_STORE_FULL;
      case SIGN_IN -> status == CtapStatus.NO_CREDENTIALS;
      case READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          SET_PIN,
          CHANGE_PIN,
          VERIFY_PIN,
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
          CONFIGURE_KEY,
          RESET_KEY,
          REPLAY,
          ACCOUNTS,
          INSPECT ->
          false;
    };
  }
}
