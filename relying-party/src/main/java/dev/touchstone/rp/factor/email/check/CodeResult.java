package dev.touchstone.rp.factor.email.check;

/** What became of a code that somebody typed. Strangers are told only whether it was accepted. */
public sealed interface CodeResult {

  /** It was right, and is used up. */
  record Accepted() implements CodeResult {}

  /**
   * It was not.
   *
   * @param why for the audit trail
   * @param compared with how many codes it was compared
   */
  record Refused(Why why, int compared) implements CodeResult {

    /** The reason, as a part of a sentence. */
    public String reason() {
      return switch (why) {
        case MALFORMED -> "what was typed is no code";
        case NONE_OPEN -> "there is no code that could be used: used, expired or never sent";
        case TOO_MANY_HERE -> "too many tries at this code from this network";
        case TOO_MANY_TODAY -> "too many tries for this address today";
        case WRONG -> "the code is wrong";
      };
    }
  }

  /** Why it was refused. */
  enum Why {
    MALFORMED,
    NONE_OPEN,
    TOO_MANY_HERE,
    TOO_MANY_TODAY,
    WRONG
  }
}
