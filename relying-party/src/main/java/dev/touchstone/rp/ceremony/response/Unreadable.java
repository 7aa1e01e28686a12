package dev.touchstone.rp.ceremony.response;

/** Bytes that are not what they should be. */
public final class Unreadable extends Exception {

  private final String why;

  /**
   * @param why half a sentence, without a capital and without a full stop
   */
  public Unreadable(String why) {
    super(why);
    this.why = why;
  }

  /** Half a sentence, without a capital and without a full stop. */
  public String why() {
    return why;
  }
}
