package dev.touchstone.rp.audit.chain;

import dev.touchstone.rp.audit.AuditRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The chains of the audit trail, one for each writer, and what was signed of them. */
public interface Chains {

  /** Everybody who ever wrote a row that is still there, or of whom a checkpoint is; by name. */
  List<String> writers();

  /** The last row of this writer; empty if there is none. */
  Optional<ChainLink> end(String writer);

  /** Up to so many rows of this writer after this number, in order. */
  List<AuditRow> rows(String writer, long after, int limit);

  /** How many rows there are of this writer up to this number. */
  long count(String writer, long upTo);

  /** The first row of this writer that is not older than this; empty if all are older. */
  OptionalLong firstSince(String writer, Instant when);

  /** What was signed of this chain, by number; of two with the same, the retained one first. */
  List<Checkpoint> checkpoints(String writer);

  /** Takes the place of one of the same writer, number and kind. */
  void add(Checkpoint checkpoint);

  /**
   * Removes the rows of this writer up to this number, and the checkpoints before it.
   *
   * @return how many rows
   */
  long remove(String writer, long upTo);

  /** Up to which row of each writer this receiver was sent them; nothing for a new one. */
  Map<String, Long> sent(String receiver);

  /** Remembers that this receiver has the rows of this writer up to this number. */
  void sent(String receiver, String writer, long upTo);
}
