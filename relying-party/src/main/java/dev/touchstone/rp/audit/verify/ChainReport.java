package dev.touchstone.rp.audit.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found of one chain.
 *
 * @param writer whose
 * @param rows how many were looked at
 * @param first the number of the first; 0 if there is none
 * @param last the number of the last; 0 if there is none
 * @param retainedUpTo rows up to this one were removed by policy; 0 if none were
 * @param checkpoints how many genuine ones agree with the rows
 * @param signedUpTo the last row that a genuine checkpoint speaks for; 0 if there is none. Whoever
 *     can write the database can remove what comes behind it and not be found out
 * @param signedAt when that was signed
 * @param findings the first of them, in the order of the rows
 * @param findingsInAll how many there are
 */
public record ChainReport(
    String writer,
    long rows,
    long first,
    long last,
    long retainedUpTo,
    long checkpoints,
    long signedUpTo,
    Optional<Instant> signedAt,
    List<ChainFinding> findings,
    long findingsInAll) {

  public ChainReport {
    findings = List.copyOf(findings);
  }

  public boolean intact() {
    return findingsInAll == 0;
  }
}
