package dev.touchstone.app.trouble;

/** What goes wrong on the wire, once. */
enum Trouble {
  /** Before a packet reaches the key. */
  UNPLUGGED_BEFORE(Step.PACKET_OUT),
  /** After the key has said something that nobody hears any more. */
  UNPLUGGED_AFTER(Step.PACKET_IN),
  /** Nothing comes any more. */
  SILENT(Step.PACKET_IN),
  /** A packet of another program's channel comes instead, and then nothing. */
  WRONG_CHANNEL(Step.PACKET_IN),
  GARBAGE(Step.PACKET_IN),
  SHORT_REPORT(Step.PACKET_IN),
  /** The key refuses a message on the wire: ERR_CHANNEL_BUSY. */
  BUSY(Step.MESSAGE),
  /** ERR_MSG_TIMEOUT. */
  TOO_SLOW(Step.MESSAGE),
  /** ERR_INVALID_CHANNEL. */
  CHANNEL_LOST(Step.MESSAGE),
  /** An error that nobody gave out. */
  ERROR_WITHOUT_NAME(Step.MESSAGE);

  /** What is counted to know when it is time. */
  enum Step {
    PACKET_OUT,
    PACKET_IN,
    MESSAGE
  }

  private final Step step;

  Trouble(Step step) {
    this.step = step;
  }

  Step step() {
    return step;
  }

  /** The CTAPHID error, for those that are one. */
  byte error() {
    return switch (this) {
      case BUSY -> 0x06;
      case TOO_SLOW -> 0x05;
      case CHANNEL_LOST -> 0x0B;
      case ERROR_WITHOUT_NAME -> 0x42;
      case UNPLUGGED_BEFORE, UNPLUGGED_AFTER, SILENT, WRONG_CHANNEL, GARBAGE, SHORT_REPORT ->
          throw new IllegalStateException("no error: " + this);
    };
  }
}
