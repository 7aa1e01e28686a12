package dev.touchstone.rp.audit.verify;

import java.util.Locale;

/**
 * Something that is not as it was written.
 *
 * @param kind what
 * @param from the first row that it is about
 * @param to the last one
 * @param sentence the same for a person
 */
public record ChainFinding(Kind kind, long from, long to, String sentence) {

  /** What was done to the chain, as far as it can be told. */
  public enum Kind {
    /** Rows do not have the hash that their content gives. */
    CHANGED,
    /** Rows are not there any more. */
    REMOVED,
    /** Rows stand between two that follow each other. */
    INSERTED,
    /** Two rows changed places. */
    REORDERED,
    /** Rows and hashes were written anew; a checkpoint knows them otherwise. */
    REWRITTEN,
    /** The chain once was longer than it is. */
    TAIL_REMOVED,
    /** A checkpoint was not signed by the key that it names. */
    CHECKPOINT_FORGED,
    /** A checkpoint names a key that is not ours. */
    CHECKPOINT_OF_UNKNOWN_KEY;

    /** As it is written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ChainFinding changed(long from, long to) {
    return of(
        Kind.CHANGED,
        from,
        to,
        "%s not what %s written: the content does not give the hash.",
        from == to ? "was" : "were");
  }

  static ChainFinding removed(long from, long to) {
    return of(Kind.REMOVED, from, to, "%s missing.");
  }

  static ChainFinding renumbered(long before, long count) {
    return new ChainFinding(
        Kind.REMOVED,
        before,
        before + count - 1,
        "%d row%s before row %d removed, and the rows behind numbered anew."
            .formatted(count, count == 1 ? " was" : "s were", before));
  }

  static ChainFinding inserted(long from, long to) {
    return of(
        Kind.INSERTED,
        from,
        to,
        "%s not part of the chain: the rows before and behind follow" + " each other without.");
  }

  static ChainFinding reordered(long from, long to) {
    return new ChainFinding(
        Kind.REORDERED, from, to, "Rows %d and %d changed places.".formatted(from, to));
  }

  private static ChainFinding of(Kind kind, long from, long to, String rest, Object... more) {
    String rows =
        from == to ? "Row %d is".formatted(from) : "Rows %d to %d are".formatted(from, to);
    Object[] all = new Object[more.length + 1];
    all[0] = rows;
    System.arraycopy(more, 0, all, 1, more.length);
    return new ChainFinding(kind, from, to, rest.formatted(all));
  }
}
