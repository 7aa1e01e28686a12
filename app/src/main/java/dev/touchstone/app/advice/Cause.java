package dev.touchstone.app.advice;

/**
 * Why the wire failed, whoever told it in whatever code, and what helps.
 *
 * @see WireDiagnosis
 */
enum Cause {
  UNPLUGGED("Plug the key in again", false),
  CARD_GONE("Put the key back on the reader and leave it there", false),
  READER_GONE("Plug the reader in again", false),
  CARD_RESET("End the other program that uses the card", false),
  IN_USE("Wait until the other program is done with the key, or end that program", true),
  CLOSED("", false),
  CHANNEL_LOST("", true),
  NOT_PERMITTED(
      "Give yourself access to the device (Linux: a udev rule; Windows: administrator rights)",
      true),
  CARD_NOT_PERMITTED(
      "Allow in polkit the actions org.debian.pcsc-lite.access_pcsc and access_card", true),
  SILENT("Unplug the key and plug it in again", false),
  NOT_THE_PROTOCOL("Plug the key in again, and replace it if that does not help", false),
  REFUSED("Plug the key in again, and replace it if that does not help", true),
  BAD_LINE("Plug the key in again, without a hub between", false),
  NO_APPLET("Take a card that is a security key", true),
  UNKNOWN_COMMAND("", true),
  FOREIGN_KEY_HANDLE("Take the key that made the credential", true),
  NOT_TOUCHED("", true),
  LOCKED("Take the key off the reader and put it back", true),
  FULL("Make room on the key", true),
  CUT_OFF("Take another reader, or plug the key into USB", true),
  BROKEN("Take the key off, put it back, and replace it if that does not help", false),
  AT_WORK("Leave the key where it is until it is done", false),
  UNFIT_READER("Take another reader, or plug the key into USB", true),
  NO_SERVICE(
      "Start the PC/SC service (Debian: sudo systemctl start pcscd.socket) and Touchstone anew",
      false),
  CANCELLED("", false),
  OUT_OF_RESOURCES("Close other programs", true),
  DISK("Make room where the virtual key keeps its memory, and see that it can be written", false),
  NETWORK("Start the simulator, or check its address and ports", false),
  NO_ERROR("", true);

  private final String remedy;
  private final boolean nothingDone;

  Cause(String remedy, boolean nothingDone) {
    this.remedy = remedy;
    this.nothingDone = nothingDone;
  }

  /** In which state the key is. */
  String cost(Operation operation) {
    return nothingDone ? Effect.none(operation) : Effect.unknown(operation);
  }

  /** One sentence. */
  String next(Operation operation) {
    if (this == NO_ERROR) {
      return "There is nothing to do.";
    }
    if (this == UNKNOWN_COMMAND) {
      return StatusAdvice.cannot(operation);
    }
    if (this == NOT_TOUCHED && fits(operation)) {
      return "Start over, and touch the key when it blinks.";
    }
    String goOn = nothingDone ? "start over" : Effect.goOnCarefully(operation);
    String helps = fits(operation) ? remedy : UNPLUGGED.remedy;
    return helps.isEmpty() ? Sentences.capital(goOn) + "." : "%s, then %s.".formatted(helps, goOn);
  }

  /** A code may come where it has no business; then its remedy has none either. */
  private boolean fits(Operation operation) {
    return switch (this) {
      case NOT_TOUCHED -> operation.asksForTouch();
      case FOREIGN_KEY_HANDLE -> operation == Operation.SIGN_IN;
      case FULL ->
          operation == Operation.REGISTER
              || operation == Operation.WRITE_LARGE_BLOB
              || operation == Operation.ENROL_FINGERPRINT;
      case UNPLUGGED,
          CARD_GONE,
          READER_GONE,
          CARD_RESET,
          IN_USE,
          CLOSED,
          CHANNEL_LOST,
          NOT_PERMITTED,
          CARD_NOT_PERMITTED,
          SILENT,
          NOT_THE_PROTOCOL,
          REFUSED,
          BAD_LINE,
          NO_APPLET,
          UNKNOWN_COMMAND,
          LOCKED,
          CUT_OFF,
          BROKEN,
          AT_WORK,
          UNFIT_READER,
          NO_SERVICE,
          CANCELLED,
          OUT_OF_RESOURCES,
          DISK,
          NETWORK,
          NO_ERROR ->
          true;
    };
  }
}
