package dev.touchstone.rp.audit.verify;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditRow;
import org.jspecify.annotations.Nullable;

/**
 * Rows one after the other that do not follow from the rows before them.
 *
 * @param before the hash of the last row that did
 * @param first the number of the first row that does not
 * @param latest the last row that does not
 */
record Breach(Bytes before, long first, AuditRow latest) {

  /** So many rows may have been taken out and their gap closed for it to be recognised. */
  private static final int MOST_REMOVED = 50;

  /**
   * What was done.
   *
   * @param finding told to the person
   * @param shift by how much the numbers of the rows to come were changed by it
   * @param next the hash that the next row builds on
   */
  record Explanation(ChainFinding finding, long shift, Bytes next) {}

  Breach(Bytes before, AuditRow row) {
    this(before, row.seq(), row);
  }

  Breach with(AuditRow row) {
    return new Breach(before, first, row);
  }

  ChainFinding changed() {
    return ChainFinding.changed(first, latest.seq());
  }

  /**
   * Whether this row, which does not follow from the latest one by its number, fits in some other
   * way.
   *
   * @param latestHash of the row before it
   * @param shift as of now
   */
  @Nullable Explanation explainedBy(AuditRow row, Bytes latestHash, long shift) {
    long inserted = row.seq() - first;
    if (ChainWalk.fits(before, row, shift + inserted)) {
      boolean swapped = inserted == 1 && ChainWalk.fits(row.hash(), latest, shift - 1);
      return swapped
          ? new Explanation(ChainFinding.reordered(first, row.seq()), 0, latest.hash())
          : new Explanation(ChainFinding.inserted(first, latest.seq()), inserted, row.hash());
    }
    for (int removed = 1; removed <= MOST_REMOVED; removed++) {
      if (ChainWalk.fits(latestHash, row, shift - removed)) {
        return new Explanation(ChainFinding.renumbered(first, removed), -removed, row.hash());
      }
    }
    return null;
  }
}
