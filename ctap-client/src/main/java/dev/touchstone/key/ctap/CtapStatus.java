package dev.touchstone.key.ctap;

/**
 * What a key answers a command with, CTAP 2.3 §8.2 status codes. A code that is not listed there is
 * {@link #UNKNOWN}; who needs the byte finds it in {@link KeyException.KeyRefused}.
 */
public enum CtapStatus {
  SUCCESS(0x00, "The command succeeded."),
  INVALID_COMMAND(0x01, "The key does not know this command."),
  INVALID_PARAMETER(0x02, "The key does not accept a parameter of the command."),
  INVALID_LENGTH(0x03, "The key says that the message has a wrong length."),
  INVALID_SEQ(0x04, "The key says that packets came out of order."),
  TIMEOUT(0x05, "The key waited too long for the rest of the message."),
  CHANNEL_BUSY(0x06, "The key is busy with another program."),
  LOCK_REQUIRED(0x0A, "The key wants its channel locked first."),
  INVALID_CHANNEL(0x0B, "The key does not know this channel any more."),
  CBOR_UNEXPECTED_TYPE(0x11, "The key found a value of another type than it expected."),
  INVALID_CBOR(0x12, "The key could not read the CBOR of the command."),
  MISSING_PARAMETER(0x14, "The key misses a parameter of the command."),
  LIMIT_EXCEEDED(0x15, "A list or a value is larger than the key can take."),
  UNSUPPORTED_EXTENSION(0x16, "The key does not support an extension that was asked for."),
  FP_DATABASE_FULL(0x17, "The key has no room for another fingerprint."),
  LARGE_BLOB_STORAGE_FULL(0x18, "The key has no room for this large blob."),
  CREDENTIAL_EXCLUDED(0x19, "This key already holds a credential of the exclude list."),
  PROCESSING(0x21, "The key is still at work."),
  INVALID_CREDENTIAL(0x22, "The credential is not one of this key."),
  USER_ACTION_PENDING(0x23, "The key waits for the person."),
  OPERATION_PENDING(0x24, "The key is in the middle of another operation."),
  NO_OPERATIONS(0x25, "The key has no operation under way."),
  UNSUPPORTED_ALGORITHM(0x26, "The key supports none of the algorithms that were asked for."),
  OPERATION_DENIED(0x27, "The person or the key declined."),
  KEY_STORE_FULL(0x28, "The key is full: it has no room for another discoverable credential."),
  NOT_BUSY(0x29, "The key is not busy."),
  NO_OPERATION_PENDING(0x2A, "There is no operation to go on with."),
  UNSUPPORTED_OPTION(0x2B, "The key does not support an option of the command."),
  INVALID_OPTION(0x2C, "The key does not accept an option of this command."),
  KEEPALIVE_CANCEL(0x2D, "The operation was cancelled."),
  NO_CREDENTIALS(0x2E, "This key holds no credential that matches."),
  USER_ACTION_TIMEOUT(0x2F, "Nobody touched the key in time."),
  NOT_ALLOWED(0x30, "The key does not allow this now."),
  PIN_INVALID(0x31, "The PIN is wrong."),
  PIN_BLOCKED(0x32, "The PIN is blocked: only a reset makes the key usable again."),
  PIN_AUTH_INVALID(0x33, "The key does not accept the proof that the PIN was given."),
  PIN_AUTH_BLOCKED(0x34, "Too many wrong PINs in a row: unplug the key and plug it in again."),
  PIN_NOT_SET(0x35, "The key has no PIN yet."),
  PUAT_REQUIRED(0x36, "The key wants the PIN, or its own user verification, for this."),
  PIN_POLICY_VIOLATION(0x37, "The PIN does not meet the key's policy."),
  PIN_TOKEN_EXPIRED(0x38, "The proof that the PIN was given has expired."),
  REQUEST_TOO_LARGE(0x39, "The message is larger than the key can take."),
  ACTION_TIMEOUT(0x3A, "The key waited too long."),
  UP_REQUIRED(0x3B, "The key wants a touch for this."),
  UV_BLOCKED(0x3C, "The key's own user verification is blocked; its PIN may still work."),
  INTEGRITY_FAILURE(0x3D, "The key found its stored data damaged."),
  INVALID_SUBCOMMAND(0x3E, "The key does not know this subcommand."),
  UV_INVALID(0x3F, "The key's own user verification failed."),
  UNAUTHORIZED_PERMISSION(0x40, "The proof that was given does not permit this."),
  OTHER(0x7F, "The key reports an error that it does not explain."),
  UNKNOWN(-1, "The key reports an error that the specification does not list.");

  private final int code;
  private final String sentence;

  CtapStatus(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The status that this byte stands for; {@link #UNKNOWN} for one that is not listed. */
  public static CtapStatus of(int code) {
    for (CtapStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return UNKNOWN;
  }

  /** The status byte, 0 to 255; -1 for {@link #UNKNOWN}. */
  public int code() {
    return code;
  }

  /** One sentence for a person. */
  public String sentence() {
    return sentence;
  }

  /** The name that the specification gives it, such as {@code CTAP2_ERR_PIN_INVALID}. */
  public String specificationName() {
    boolean fromU2f = (code >= 0 && code <= 0x0B) || this == OTHER;
    return (fromU2f ? "CTAP1_ERR_" : "CTAP2_ERR_") + name();
  }
}
