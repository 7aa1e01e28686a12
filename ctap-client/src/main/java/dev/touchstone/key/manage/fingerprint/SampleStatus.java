package dev.touchstone.key.manage.fingerprint;

/** What the sensor made of a finger: lastEnrollSampleStatus, CTAP 2.3 §6.7.4. */
public enum SampleStatus {
  GOOD(0x00, "Good."),
  TOO_HIGH(0x01, "Too high: lay the finger lower."),
  TOO_LOW(0x02, "Too low: lay the finger higher."),
  TOO_LEFT(0x03, "Too far left: lay the finger more to the right."),
  TOO_RIGHT(0x04, "Too far right: lay the finger more to the left."),
  TOO_FAST(0x05, "Too fast: leave the finger longer."),
  TOO_SLOW(0x06, "Too slow: move the finger faster."),
  POOR_QUALITY(0x07, "Not clear enough: wipe the sensor and the finger, and press a little more."),
  TOO_SKEWED(0x08, "Crooked: lay the finger straight."),
  TOO_SHORT(0x09, "Too short: more of the finger has to be on the sensor."),
  MERGE_FAILURE(0x0A, "It does not go with the samples before: use the same finger."),
  EXISTS(0x0B, "The key knows this finger already: use another one."),
  NO_USER_ACTIVITY(0x0D, "Nobody laid a finger on the sensor."),
  NO_USER_PRESENCE_TRANSITION(0x0E, "The finger was not lifted: take it off, then lay it anew."),
  /** A number that the specification does not list. */
  OTHER(-1, "The sensor did not take it: lay the finger anew.");

  private final int code;
  private final String sentence;

  SampleStatus(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The status that this number stands for; {@link #OTHER} for one that is not listed. */
  public static SampleStatus of(int code) {
    for (SampleStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return OTHER;
  }

  /** For the person whose finger it is. */
  public String sentence() {
    return sentence;
  }
}
