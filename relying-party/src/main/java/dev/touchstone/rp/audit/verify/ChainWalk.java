package dev.touchstone.rp.audit.verify;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.chain.Checkpoint;
import dev.touchstone.rp.audit.chain.CheckpointKeys;
import dev.touchstone.rp.audit.chain.RowHash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes along one chain, row by row, and computes each hash again. Remembers no more than the last
 * row and the first findings, however long the chain is. Rows that do not fit are held back as a
 * {@link Breach} until one fits again, because only that one tells what was done to them.
 */
public final class ChainWalk {

  private final String writer;
  private final Findings findings = new Findings();
  private final Checkpoints checkpoints;
  private long rows;
  private long first;
  private long last;

  /** Of the row before, as it is stored; null where that row is missing. */
  private @Nullable Bytes before;

  /** What was added to the numbers that the rows had when they were written. */
  private long shift;

  private @Nullable Breach breach;

  /**
   * At the beginning of a chain.
   *
   * @param known the checkpoints of this chain, from the store and from elsewhere
   * @param keys whose checkpoints are believed
   */
  public ChainWalk(String writer, List<Checkpoint> known, CheckpointKeys keys) {
    this.writer = writer;
    this.checkpoints = new Checkpoints(known, keys, findings);
    this.before = RowHash.BEGINNING;
  }

  /** The next row by number. */
  public void accept(AuditRow row) {
    if (rows == 0) {
      begin(row);
    } else if (row.seq() != last + 1) {
      gap(row);
    }
    rows++;
    last = row.seq();
    Bytes hash = follow(row);
    checkpoints.passed(row.seq() - shift, row.hash());
    before = hash;
  }

  private void begin(AuditRow row) {
    first = row.seq();
    Optional<Checkpoint> retained = checkpoints.retained().filter(it -> it.seq() < row.seq());
    long goneByPolicy = retained.map(Checkpoint::seq).orElse(0L);
    checkpoints.beginBehind(goneByPolicy);
    last = goneByPolicy;
    before = retained.map(Checkpoint::hash).orElse(RowHash.BEGINNING);
    if (row.seq() != goneByPolicy + 1) {
      gap(row);
    }
  }

  private void gap(AuditRow row) {
    settle();
    findings.add(ChainFinding.removed(last + 1, row.seq() - 1));
    before = null;
    shift = 0;
  }

  /** Compares the row's hash, and returns the one that the next row has to build on. */
  private Bytes follow(AuditRow row) {
    if (before == null || fits(before, row, shift)) {
      settle();
      return row.hash();
    }
    if (breach == null) {
      breach = new Breach(before, row);
      return row.hash();
    }
    Breach.Explanation explanation = breach.explainedBy(row, before, shift);
    if (explanation == null) {
      breach = breach.with(row);
      return row.hash();
    }
    breach = null;
    findings.add(explanation.finding());
    shift += explanation.shift();
    return explanation.next();
  }

  private void settle() {
    if (breach != null) {
      findings.add(breach.changed());
      breach = null;
    }
  }

  /** After the last row. */
  public ChainReport report() {
    settle();
    checkpoints.ended(last - shift);
    return new ChainReport(
        writer,
        rows,
        first,
        rows == 0 ? 0 : last,
        checkpoints.retained().map(Checkpoint::seq).orElse(0L),
        checkpoints.agreeing(),
        checkpoints.signedUpTo(),
        checkpoints.signedAt(),
        findings.inOrder(),
        findings.count());
  }

  static boolean fits(Bytes before, AuditRow row, long shift) {
    AuditRow asWritten = shift == 0 ? row : row.numbered(row.seq() - shift);
    return RowHash.of(before, asWritten).equals(row.hash());
  }
}
