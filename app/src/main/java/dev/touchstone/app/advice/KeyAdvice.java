package dev.touchstone.app.advice;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;

/**
 * What to tell when a key did not do what it was asked: refused, out of reach, or stopped by us.
 */
final class KeyAdvice {

  private KeyAdvice() {}

  static Advice on(Operation operation, KeyException failure) {
    String happened = Sentences.of(failure);
    return switch (failure) {
      case KeyException.KeyRefused refused -> refused(operation, refused, happened);
      case KeyException.PinRefused pin -> PinAdvice.on(operation, pin);
      case KeyException.NotSupported _ -> {
        Sentences.Pair words = Sentences.splitAfterFirst(happened);
        yield new Advice(
            Kind.FAILED,
            words.first(),
            nothingKept(operation),
            words.secondOr(""),
            "CTAP 2.3 §6.4");
      }
      case KeyException.NotPossible not -> {
        Sentences.Pair words = Sentences.splitAfterFirst(happened);
        yield new Advice(
            not.obstacle() == KeyException.NotPossible.Obstacle.NOT_FOUND
                ? Kind.USAGE
                : Kind.FAILED,
            words.first(),
            nothingKept(operation),
            words.secondOr(
                switch (not.obstacle()) {
                  case NOT_FOUND -> "List again what is on the key, and name one of that.";
                  case TOO_LARGE -> "Ask for less, or make room on the key.";
                  case CHANGED_MEANWHILE -> "Look again at what is on the key, and start over.";
                  case DAMAGED -> "Reset the key; if that does not help, replace it.";
                }),
            "");
      }
      case KeyException.KeyGone _ -> {
        Sentences.Pair words = Sentences.splitAfterFirst(happened);
        yield new Advice(
            Kind.FAILED,
            words.first(),
            whatIsKept(operation),
            words.secondOr("Plug it in again and start over."),
            "");
      }
      case KeyException.KeyUnavailable unavailable -> {
        Sentences.Pair words = Sentences.splitAfterFirst(happened);
        yield new Advice(
            Kind.FAILED,
            words.first(),
            "",
            words.secondOr(
                switch (unavailable.reason()) {
                  case BUSY -> "Let the other one finish, then try again.";
                  case ACCESS_DENIED ->
                      "Give yourself access to the device, then plug it in again.";
                }),
            "");
      }
      case KeyException.ReplyGarbled _ ->
          new Advice(
              Kind.FAILED,
              happened,
              whatIsKept(operation),
              "The key does not keep to the specification; plug it in again, and try another key"
                  + " if that does not help.",
              "CTAP 2.3 §8");
      case KeyException.Stopped stopped ->
          switch (stopped.why()) {
            case CANCELLED -> new Advice(Kind.CANCELLED, happened, nothingKept(operation), "", "");
            case TIMED_OUT ->
                new Advice(
                    Kind.FAILED,
                    happened,
                    nothingKept(operation),
                    "Start over, and touch the key when it blinks.",
                    "WebAuthn Level 3 §5.1.3 step 3");
          };
    };
  }

  private static Advice refused(
      Operation operation, KeyException.KeyRefused refused, String happened) {
    CtapStatus status = refused.status();
    String clause =
        "CTAP 2.3 §8.2, 0x%02x%s"
            .formatted(
                refused.code(),
                status == CtapStatus.UNKNOWN ? "" : " " + status.specificationName());
    Kind kind = status == CtapStatus.KEEPALIVE_CANCEL ? Kind.CANCELLED : Kind.FAILED;
    return new Advice(kind, happened, nothingKept(operation), remedy(operation, status), clause);
  }

  private static String remedy(Operation operation, CtapStatus status) {
    return switch (status) {
      case KEY_STORE_FULL ->
          "Delete a credential on the key, or register with --resident-key discouraged, which takes"
              + " no slot.";
      case NO_CREDENTIALS, INVALID_CREDENTIAL ->
          "Take the key that was registered, or register this one first.";
      case CREDENTIAL_EXCLUDED -> "Use it to sign in, or take another key.";
      case PIN_INVALID, PIN_AUTH_INVALID, PIN_TOKEN_EXPIRED, UNAUTHORIZED_PERMISSION ->
          "Start over and type the PIN again.";
      case PIN_BLOCKED -> "Reset the key, then register it again everywhere.";
      case PIN_AUTH_BLOCKED -> "Unplug the key, plug it in again, and start over.";
      case PIN_NOT_SET -> PinAdvice.SET_ONE;
      case PUAT_REQUIRED, UV_BLOCKED, UV_INVALID -> "Start over and give the PIN.";
      case PIN_POLICY_VIOLATION -> "Choose another PIN, longer or less simple.";
      case UNSUPPORTED_ALGORITHM -> "Ask for ES256, which every key knows, or take another key.";
      case UNSUPPORTED_EXTENSION -> "Leave the extension out, or take another key.";
      case UNSUPPORTED_OPTION, INVALID_OPTION -> "Ask for less, or take another key.";
      case LIMIT_EXCEEDED, REQUEST_TOO_LARGE, LARGE_BLOB_STORAGE_FULL, FP_DATABASE_FULL ->
          "Ask for less, or make room on the key.";
      case USER_ACTION_TIMEOUT, ACTION_TIMEOUT, TIMEOUT, UP_REQUIRED ->
          "Start over, and touch the key when it blinks.";
      case OPERATION_DENIED, NOT_ALLOWED ->
          operation == Operation.READ_KEY
              ? "Plug the key in again and try once more."
              : "Start over; plug the key in again if it goes on refusing.";
      case KEEPALIVE_CANCEL -> "";
      case CHANNEL_BUSY,
          PROCESSING,
          USER_ACTION_PENDING,
          OPERATION_PENDING,
          NO_OPERATIONS,
          NOT_BUSY,
          NO_OPERATION_PENDING,
          LOCK_REQUIRED,
          INVALID_CHANNEL,
          INVALID_SEQ ->
          "Let other programs finish with the key, plug it in again, and start over.";
      case INTEGRITY_FAILURE -> "Reset the key; if that does not help, replace it.";
      case SUCCESS,
          INVALID_COMMAND,
          INVALID_SUBCOMMAND,
          INVALID_PARAMETER,
          INVALID_LENGTH,
          MISSING_PARAMETER,
          CBOR_UNEXPECTED_TYPE,
          INVALID_CBOR,
          OTHER,
          UNKNOWN ->
          "Plug the key in again and start over; if it stays so, 'touchstone info' shows what the"
              + " key can do.";
    };
  }

  private static String nothingKept(Operation operation) {
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

  /** After a reply that did not come, or that nobody can read. */
  private static String whatIsKept(Operation operation) {
    return switch (operation) {
      case SET_PIN -> "Whether the PIN was set is not known; 'touchstone pin tries' tells.";
      case CHANGE_PIN -> "Whether the PIN is the old or the new one is not known.";
      case RENAME_CREDENTIAL_USER,
          RENAME_FINGERPRINT,
          DELETE_KEY_CREDENTIAL,
          DELETE_FINGERPRINT,
          DELETE_LARGE_BLOB,
          COLLECT_LARGE_BLOBS,
          ENROL_FINGERPRINT,
          WRITE_LARGE_BLOB,
          CONFIGURE_KEY,
          RESET_KEY ->
          "Whether the key did it is not known; list it again to see.";
      case REGISTER,
          SIGN_IN,
          READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          VERIFY_PIN,
          LIST_CREDENTIALS,
          LIST_FINGERPRINTS,
          READ_LARGE_BLOB,
          REPLAY,
          ACCOUNTS,
          INSPECT ->
          nothingKept(operation);
    };
  }
}
