package dev.touchstone.app.advice;

import dev.touchstone.key.transport.WireError;

/** The error codes of CTAP 2.3 §11.2.9.1.6 CTAPHID_ERROR. */
final class HidDiagnosis {

  private static final String SECTION = "CTAP 2.3 §11.2.9.1.6 CTAPHID_ERROR, ";

  private HidDiagnosis() {}

  static WireDiagnosis of(WireError.CtapHid error) {
    return switch (error.value()) {
      case 0x01 ->
          said(
              error,
              "ERR_INVALID_CMD",
              "The key does not know this packet.",
              Cause.UNKNOWN_COMMAND);
      case 0x02 ->
          said(error, "ERR_INVALID_PAR", "The key found a wrong value in a packet.", Cause.REFUSED);
      case 0x03 ->
          said(
              error,
              "ERR_INVALID_LEN",
              "The key says that a message has a wrong length.",
              Cause.REFUSED);
      case 0x04 ->
          said(
              error,
              "ERR_INVALID_SEQ",
              "The key says that packets came out of order.",
              Cause.REFUSED);
      case 0x05 ->
          said(
              error,
              "ERR_MSG_TIMEOUT",
              "The key waited too long for the rest of a message.",
              Cause.REFUSED);
      case 0x06 ->
          said(error, "ERR_CHANNEL_BUSY", "The key is busy with another program.", Cause.IN_USE);
      case 0x0A ->
          said(error, "ERR_LOCK_REQUIRED", "Another program has locked the key.", Cause.IN_USE);
      case 0x0B ->
          said(
              error,
              "ERR_INVALID_CHANNEL",
              "The key no longer knows this connection; it was probably plugged in anew.",
              Cause.CHANNEL_LOST);
      case 0x7F ->
          said(
              error,
              "ERR_OTHER",
              "The key reports an error on the wire that it does not explain.",
              Cause.NOT_THE_PROTOCOL);
      default ->
          said(
              error,
              "",
              "The key reports the CTAPHID error %s; 0x00 to 0x7f is reserved for the specification, the rest is not given to anybody."
                  .formatted(error.code()),
              Cause.NOT_THE_PROTOCOL);
    };
  }

  private static WireDiagnosis said(
      WireError.CtapHid error, String name, String happened, Cause cause) {
    return new WireDiagnosis(
        happened, cause, name, (SECTION + error.code() + " " + name).stripTrailing());
  }
}
