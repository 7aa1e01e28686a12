package dev.touchstone.rp.attestation.comparison;

/**
 * One member, as the vendor states it and as the key tells it.
 *
 * @param name such as {@code maxMsgSize}
 * @param verdict how they go together
 * @param stated by the metadata statement; empty if it is silent
 * @param told by the key; empty if it is silent
 * @param why it matters, and what else there is to say, one sentence or two
 */
public record ComparedMember(String name, Verdict verdict, String stated, String told, String why) {

  /** How the two words go together. */
  public enum Verdict {
    SAME,
    /** They contradict each other. */
    DIFFERENT,
    /** The vendor states something of which the key says nothing. */
    NOT_TOLD,
    /** The key tells something of which the vendor says nothing. */
    NOT_STATED,
    /** It tells how this key is set up, so the two may differ. */
    STATE
  }
}
