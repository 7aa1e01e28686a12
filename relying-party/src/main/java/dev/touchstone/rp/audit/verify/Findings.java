package dev.touchstone.rp.audit.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first findings, and the number of all: nobody reads a million, and no memory holds them. */
final class Findings {

  static final int KEPT = 100;

  private final List<ChainFinding> kept = new ArrayList<>();
  private long count;

  void add(ChainFinding finding) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(finding);
    }
  }

  long count() {
    return count;
  }

  List<ChainFinding> inOrder() {
    return kept.stream().sorted(Comparator.comparingLong(ChainFinding::from)).toList();
  }
}
