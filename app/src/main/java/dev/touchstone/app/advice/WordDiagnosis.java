package dev.touchstone.app.advice;

import dev.touchstone.key.transport.WireError;

/** The status words that a FIDO applet or a reader answers, ISO 7816-4 §5.6. */
final class WordDiagnosis {

  private WordDiagnosis() {}

  static WireDiagnosis of(WireError.StatusWord word) {
    return switch (word.value()) {
      case 0x9000 -> said(word, "SW_NO_ERROR", "The command succeeded.", Cause.NO_ERROR);
      case 0x9100 ->
          said(
              word,
              "SW_STATUS_UPDATE",
              "The key is still at work and does not say with what.",
              Cause.AT_WORK);
      case 0x6700 ->
          said(
              word,
              "SW_WRONG_LENGTH",
              "The card says that the message has a wrong length.",
              Cause.CUT_OFF);
      case 0x6881 ->
          said(
              word,
              "SW_LOGICAL_CHANNEL_NOT_SUPPORTED",
              "The card has one channel only.",
              Cause.CUT_OFF);
      case 0x6882 ->
          said(
              word,
              "SW_SECURE_MESSAGING_NOT_SUPPORTED",
              "The card does not take secured messages.",
              Cause.CUT_OFF);
      case 0x6883 ->
          said(
              word,
              "SW_LAST_COMMAND_EXPECTED",
              "The card misses the end of a message that came in parts.",
              Cause.CUT_OFF);
      case 0x6884 ->
          said(
              word,
              "SW_COMMAND_CHAINING_NOT_SUPPORTED",
              "The card does not take messages in parts.",
              Cause.CUT_OFF);
      case 0x6982 ->
          said(
              word,
              "SW_SECURITY_STATUS_NOT_SATISFIED",
              "The card wants to be unlocked first.",
              Cause.LOCKED);
      case 0x6983 ->
          said(word, "SW_AUTH_METHOD_BLOCKED", "The card has blocked itself.", Cause.LOCKED);
      case 0x6984 ->
          said(
              word,
              "SW_DATA_INVALID",
              "The card does not take its own data any more.",
              Cause.BROKEN);
      case 0x6985 ->
          said(
              word,
              "SW_CONDITIONS_NOT_SATISFIED",
              "The key wants a touch, or has nothing more to say.",
              Cause.NOT_TOUCHED);
      case 0x6986 ->
          said(
              word,
              "SW_COMMAND_NOT_ALLOWED",
              "No FIDO application is selected on the card.",
              Cause.LOCKED);
      case 0x6999 ->
          said(
              word,
              "SW_APPLET_SELECT_FAILED",
              "The FIDO application of the card cannot be selected.",
              Cause.NO_APPLET);
      case 0x6A80 ->
          said(
              word,
              "SW_WRONG_DATA",
              "The credential is not one of this key, or the data is wrong.",
              Cause.FOREIGN_KEY_HANDLE);
      case 0x6A81 ->
          said(
              word, "SW_FUNCTION_NOT_SUPPORTED", "The card cannot do this.", Cause.UNKNOWN_COMMAND);
      case 0x6A82 ->
          said(
              word,
              "SW_FILE_NOT_FOUND",
              "There is no FIDO application on the card.",
              Cause.NO_APPLET);
      case 0x6A84 ->
          said(word, "SW_NOT_ENOUGH_MEMORY", "There is no room left on the card.", Cause.FULL);
      case 0x6A86 ->
          said(
              word,
              "SW_INCORRECT_P1P2",
              "The card does not accept a parameter of the message.",
              Cause.UNKNOWN_COMMAND);
      case 0x6A88 ->
          said(
              word,
              "SW_REFERENCED_DATA_NOT_FOUND",
              "The card does not find what the message names.",
              Cause.LOCKED);
      case 0x6B00 ->
          said(
              word,
              "SW_WRONG_P1P2",
              "The card does not accept a parameter of the message.",
              Cause.UNKNOWN_COMMAND);
      case 0x6D00 ->
          said(
              word,
              "SW_INS_NOT_SUPPORTED",
              "The card does not know this command.",
              Cause.UNKNOWN_COMMAND);
      case 0x6E00 ->
          said(
              word,
              "SW_CLA_NOT_SUPPORTED",
              "The card does not know this class of commands.",
              Cause.UNKNOWN_COMMAND);
      case 0x6F00 ->
          said(word, "SW_UNKNOWN", "The card failed and does not say why.", Cause.BROKEN);
      default -> ofRange(word);
    };
  }

  private static WireDiagnosis ofRange(WireError.StatusWord word) {
    int low = word.value() & 0xff;
    return switch (word.value() >> 8) {
      case 0x61 ->
          said(
              word,
              "",
              "The card has %s more to say that was not fetched."
                  .formatted(low == 0 ? "at least 256 bytes" : low + " bytes"),
              Cause.CUT_OFF);
      case 0x6C ->
          said(
              word,
              "",
              "The card wants to be asked for exactly %d bytes.".formatted(low == 0 ? 256 : low),
              Cause.CUT_OFF);
      case 0x62, 0x63 -> unlisted(word, "62xx and 63xx are warnings", Cause.BROKEN);
      case 0x64, 0x65, 0x66 ->
          unlisted(word, "64xx to 66xx are failures while the card was at it", Cause.BROKEN);
      case 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6D, 0x6E, 0x6F ->
          unlisted(
              word, "67xx to 6Fxx are for messages that the card does not accept", Cause.LOCKED);
      case 0x90,
          0x91,
          0x92,
          0x93,
          0x94,
          0x95,
          0x96,
          0x97,
          0x98,
          0x99,
          0x9A,
          0x9B,
          0x9C,
          0x9D,
          0x9E,
          0x9F ->
          unlisted(word, "9xxx belongs to the application on the card", Cause.BROKEN);
      default ->
          unlisted(word, "ISO 7816 has none outside of 6xxx and 9xxx", Cause.NOT_THE_PROTOCOL);
    };
  }

  private static WireDiagnosis unlisted(WireError.StatusWord word, String range, Cause cause) {
    return said(
        word,
        "",
        "The card answers with the status word %s; %s.".formatted(word.code(), range),
        cause);
  }

  private static WireDiagnosis said(
      WireError.StatusWord word, String name, String happened, Cause cause) {
    return new WireDiagnosis(
        happened, cause, name, ("ISO 7816-4 §5.6, " + word.code() + " " + name).stripTrailing());
  }
}
