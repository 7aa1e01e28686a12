package dev.touchstone.app.advice;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.key.ctap.CtapStatus;

/** What to tell when a key refused with a status, CTAP 2.3 §8.2. */
final class StatusAdvice {

  private StatusAdvice() {}

  /**
   * The whole.
   *
   * @param code the status byte as it came, 0 to 255
   */
  static Advice on(Operation operation, int code) {
    CtapStatus status = CtapStatus.of(code);
    return new Advice(
        status == CtapStatus.KEEPALIVE_CANCEL ? Kind.CANCELLED : Kind.FAILED,
        happened(code),
        StatusCost.of(operation, status),
        next(operation, status),
        clause(operation, code));
  }

  /** One sentence. */
  static String happened(int code) {
    CtapStatus status = CtapStatus.of(code);
    return status == CtapStatus.UNKNOWN
        ? "The key reports the error 0x%02x, %s.".formatted(code, range(code))
        : status.sentence();
  }

  /** Whose code it is that the specification does not list, CTAP 2.3 §8.2. */
  private static String range(int code) {
    if (code >= 0xF0) {
      return "which lies in the range 0xf0 to 0xff of the vendors: only the key's maker knows it";
    }
    if (code >= 0xE0) {
      return "which lies in the range 0xe0 to 0xef of the extensions";
    }
    return "which lies in the range 0x00 to 0xdf of the specification, but is not listed there";
  }

  static String clause(Operation operation, int code) {
    CtapStatus status = CtapStatus.of(code);
    String name = status == CtapStatus.UNKNOWN ? "" : " " + status.specificationName();
    return "%s; §8.2, 0x%02x%s".formatted(operation.clause(), code, name);
  }

  static String next(Operation operation, CtapStatus status) {
    return switch (status) {
      case SUCCESS -> "There is nothing to do.";
      case KEEPALIVE_CANCEL -> "";
      case INVALID_COMMAND, INVALID_SUBCOMMAND -> cannot(operation);
      case INVALID_PARAMETER, INVALID_LENGTH, LIMIT_EXCEEDED, REQUEST_TOO_LARGE ->
          askForLess(operation);
      case UNSUPPORTED_OPTION, INVALID_OPTION -> anotherOption(operation);
      case UNSUPPORTED_ALGORITHM ->
          operation == Operation.REGISTER
              ? "Ask for ES256, which every key knows, or take another key."
              : again(operation);
      case UNSUPPORTED_EXTENSION ->
          isCeremony(operation)
              ? "Leave the extension out, or take another key."
              : again(operation);
      case KEY_STORE_FULL -> fewerCredentials(operation);
      case FP_DATABASE_FULL -> fewerFingerprints(operation);
      case LARGE_BLOB_STORAGE_FULL -> smallerBlobs(operation);
      case NO_CREDENTIALS, INVALID_CREDENTIAL -> notThere(operation);
      case CREDENTIAL_EXCLUDED ->
          operation == Operation.REGISTER
              ? "Use it to sign in, or take another key."
              : again(operation);
      case PIN_INVALID,
          PIN_AUTH_INVALID,
          PIN_TOKEN_EXPIRED,
          UNAUTHORIZED_PERMISSION,
          PUAT_REQUIRED ->
          operation.asksForPin() ? "Start over and type the PIN of the key." : again(operation);
      case PIN_NOT_SET -> operation.asksForPin() ? PinAdvice.SET_ONE : again(operation);
      case PIN_BLOCKED ->
          operation.asksForPin() || operation == Operation.SET_PIN
              ? PinAdvice.RESET
              : again(operation);
      case PIN_AUTH_BLOCKED, UV_BLOCKED, UV_INVALID -> otherMeans(operation, status);
      case PIN_POLICY_VIOLATION -> policy(operation);
      case USER_ACTION_TIMEOUT, ACTION_TIMEOUT, UP_REQUIRED, USER_ACTION_PENDING ->
          touch(operation);
      case OPERATION_DENIED, NOT_ALLOWED -> denied(operation);
      case CHANNEL_BUSY,
          PROCESSING,
          OPERATION_PENDING,
          NO_OPERATIONS,
          NOT_BUSY,
          NO_OPERATION_PENDING,
          LOCK_REQUIRED,
          INVALID_CHANNEL,
          INVALID_SEQ ->
          "Let other programs finish with the key, plug it in again, then start over.";
      case INTEGRITY_FAILURE -> damaged(operation);
      case TIMEOUT, MISSING_PARAMETER, CBOR_UNEXPECTED_TYPE, INVALID_CBOR, OTHER ->
          again(operation);
      case UNKNOWN ->
          operation.changesKey() ? Cause.NOT_THE_PROTOCOL.next(operation) : again(operation);
    };
  }

  /** The key does not know the command. */
  static String cannot(Operation operation) {
    return switch (operation) {
      case READ_KEY -> "Take another key: this one tells nothing of itself.";
      case CHOOSE_KEY_BY_TOUCH -> "Name the key with --key instead.";
      case WINK -> "Tell the keys apart by name or serial number: this one has no way to wink.";
      case SET_PIN, CHANGE_PIN, VERIFY_PIN ->
          "Take a FIDO2 key: 'touchstone info' shows whether a key can have a PIN.";
      case REGISTER, SIGN_IN -> "Ask for less, or take another key.";
      case LIST_CREDENTIALS, DELETE_KEY_CREDENTIAL ->
          "Only a reset, which deletes all of them, touches the credentials of this key.";
      case RENAME_CREDENTIAL_USER ->
          "Leave the name as it is: this key takes no other for a credential that it has.";
      case LIST_FINGERPRINTS, ENROL_FINGERPRINT, RENAME_FINGERPRINT, DELETE_FINGERPRINT ->
          "Take a key with a fingerprint reader: 'touchstone info' shows bioEnroll.";
      case READ_LARGE_BLOB, WRITE_LARGE_BLOB, DELETE_LARGE_BLOB, COLLECT_LARGE_BLOBS ->
          "Take a key that stores large blobs: 'touchstone info' shows largeBlobs.";
      case CONFIGURE_KEY ->
          "Leave the setting: this key does not have it, and 'touchstone info' shows those it has.";
      case RESET_KEY ->
          "Ask the key's maker how to reset it, or destroy it: a key without CTAP2 has no reset.";
      case REPLAY -> "Replay to a key that knows the commands of the recording.";
      case ACCOUNTS, INSPECT -> again(operation);
    };
  }

  private static String askForLess(Operation operation) {
    return switch (operation) {
      case REGISTER -> "Ask for less: fewer excluded credentials, shorter names, no extensions.";
      case SIGN_IN -> "Ask for less: name fewer credentials, and use no extensions.";
      case RENAME_CREDENTIAL_USER, ENROL_FINGERPRINT, RENAME_FINGERPRINT ->
          "Choose a shorter name.";
      case WRITE_LARGE_BLOB -> "Write a shorter blob.";
      case CONFIGURE_KEY -> "Choose another value: 'touchstone info' shows what the key has now.";
      case READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          SET_PIN,
          CHANGE_PIN,
          VERIFY_PIN,
          LIST_CREDENTIALS,
          DELETE_KEY_CREDENTIAL,
          LIST_FINGERPRINTS,
          DELETE_FINGERPRINT,
          READ_LARGE_BLOB,
          DELETE_LARGE_BLOB,
          COLLECT_LARGE_BLOBS,
          RESET_KEY,
          REPLAY,
          ACCOUNTS,
          INSPECT ->
          again(operation);
    };
  }

  private static String anotherOption(Operation operation) {
    return switch (operation) {
      case REGISTER, SIGN_IN -> "Ask for less, or take another key.";
      case LIST_FINGERPRINTS -> "Add a fingerprint first: the key has none.";
      case RENAME_FINGERPRINT, DELETE_FINGERPRINT ->
          "List the fingerprints anew: the key does not have this one any more.";
      case CONFIGURE_KEY -> cannot(operation);
      case READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          SET_PIN,
          CHANGE_PIN,
          VERIFY_PIN,
          LIST_CREDENTIALS,
          RENAME_CREDENTIAL_USER,
          DELETE_KEY_CREDENTIAL,
          ENROL_FINGERPRINT,
          READ_LARGE_BLOB,
          WRITE_LARGE_BLOB,
          DELETE_LARGE_BLOB,
          COLLECT_LARGE_BLOBS,
          RESET_KEY,
          REPLAY,
          ACCOUNTS,
          INSPECT ->
          again(operation);
    };
  }

  private static String fewerCredentials(Operation operation) {
    if (operation == Operation.REGISTER) {
      return "Delete a credential on the key, or register with --resident-key discouraged, which"
          + " takes no slot.";
    }
    if (operation == Operation.RENAME_CREDENTIAL_USER) {
      return "Choose a shorter name, or delete a credential on the key.";
    }
    return operation == Operation.CONFIGURE_KEY
        ? "Name fewer relying parties that may ask for the minimum PIN length."
        : again(operation);
  }

  private static String fewerFingerprints(Operation operation) {
    if (operation == Operation.ENROL_FINGERPRINT) {
      return "Delete a fingerprint on the key first.";
    }
    return operation == Operation.RENAME_FINGERPRINT ? "Choose a shorter name." : again(operation);
  }

  private static String smallerBlobs(Operation operation) {
    return operation == Operation.WRITE_LARGE_BLOB || operation == Operation.SIGN_IN
        ? "Write a shorter blob, or make room: collect what belongs to no credential any more, or"
            + " delete another blob."
        : again(operation);
  }

  private static String notThere(Operation operation) {
    return switch (operation) {
      case SIGN_IN -> "Take the key that was registered, or register this one first.";
      case LIST_CREDENTIALS ->
          "There is nothing to list: the key holds no discoverable credential.";
      case RENAME_CREDENTIAL_USER, DELETE_KEY_CREDENTIAL ->
          "List the credentials anew: the key does not have this one any more.";
      case READ_LARGE_BLOB, WRITE_LARGE_BLOB, DELETE_LARGE_BLOB ->
          "List the credentials anew: the key does not have the one of this blob any more.";
      case REPLAY -> "Replay to the key that was recorded: another has other credentials.";
      case READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          SET_PIN,
          CHANGE_PIN,
          VERIFY_PIN,
          REGISTER,
          LIST_FINGERPRINTS,
          ENROL_FINGERPRINT,
          RENAME_FINGERPRINT,
          DELETE_FINGERPRINT,
          COLLECT_LARGE_BLOBS,
          CONFIGURE_KEY,
          RESET_KEY,
          ACCOUNTS,
          INSPECT ->
          again(operation);
    };
  }

  private static String otherMeans(Operation operation, CtapStatus status) {
    if (!operation.asksForPin()) {
      return again(operation);
    }
    if (status == CtapStatus.PIN_AUTH_BLOCKED) {
      return "Unplug the key, plug it in again, then start over.";
    }
    return status == CtapStatus.UV_BLOCKED
        ? "Start over and type the PIN, which frees the key's own verification."
        : "Start over with a clean and dry finger, or type the PIN.";
  }

  private static String policy(Operation operation) {
    if (operation == Operation.SET_PIN || operation == Operation.CHANGE_PIN) {
      return "Choose another PIN, longer or less simple.";
    }
    if (operation == Operation.CONFIGURE_KEY) {
      return "Choose a larger minimum: only a reset makes it smaller.";
    }
    return operation.asksForPin() ? PinAdvice.CHANGE_IT + ", then start over." : again(operation);
  }

  private static String touch(Operation operation) {
    if (operation == Operation.ENROL_FINGERPRINT) {
      return "Start over, and lay the finger on the reader each time that the key asks for it.";
    }
    return operation.asksForTouch()
        ? "Start over, and touch the key when it blinks."
        : again(operation);
  }

  private static String denied(Operation operation) {
    return switch (operation) {
      case RESET_KEY ->
          "Unplug the key, plug it in again and reset it at once: a key takes a reset in the first"
              + " seconds only.";
      case CONFIGURE_KEY ->
          "Leave the setting: the key does not let it be changed, or not back, but by a reset.";
      case READ_KEY,
          SET_PIN,
          CHANGE_PIN,
          VERIFY_PIN,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
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
          REPLAY ->
          "Start over; plug the key in again if it goes on refusing.";
      case ACCOUNTS, INSPECT -> again(operation);
    };
  }

  private static String damaged(Operation operation) {
    return switch (operation) {
      case READ_LARGE_BLOB, WRITE_LARGE_BLOB, DELETE_LARGE_BLOB, COLLECT_LARGE_BLOBS ->
          "Start over: what the key got was damaged on the way, and it kept what it had.";
      case RESET_KEY -> "Replace the key.";
      case READ_KEY,
          CHOOSE_KEY_BY_TOUCH,
          WINK,
          SET_PIN,
          CHANGE_PIN,
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
          CONFIGURE_KEY,
          REPLAY ->
          "Plug the key in again; if that does not help, only a reset does, which deletes every"
              + " credential.";
      case ACCOUNTS, INSPECT -> again(operation);
    };
  }

  /** Where the code has no business, or says nothing. */
  private static String again(Operation operation) {
    return operation.isOnAKey()
        ? "Plug the key in again and start over, and try another key if it stays so."
        : "Start over; this needs no key.";
  }

  private static boolean isCeremony(Operation operation) {
    return operation == Operation.REGISTER || operation == Operation.SIGN_IN;
  }
}
