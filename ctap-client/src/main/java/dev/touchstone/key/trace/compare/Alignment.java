package dev.touchstone.key.trace.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts two lists of commands beside each other so that as many as possible have a partner. */
final class Alignment {

  /** Longer recordings are aligned in portions, since the effort grows with the square. */
  private static final int PORTION = 1500;

  private Alignment() {}

  /** Two that belong together, or one that stands alone. */
  record Couple(Optional<Exchange> left, Optional<Exchange> right) {}

  static List<Couple> of(List<Exchange> left, List<Exchange> right) {
    List<Couple> couples = new ArrayList<>();
    int portions = Math.max(1, Math.ceilDiv(Math.max(left.size(), right.size()), PORTION));
    for (int i = 0; i < portions; i++) {
      align(portion(left, i), portion(right, i), couples);
    }
    return couples;
  }

  private static List<Exchange> portion(List<Exchange> all, int number) {
    int from = Math.min(number * PORTION, all.size());
    return all.subList(from, Math.min(from + PORTION, all.size()));
  }

  /** By the longest common subsequence of titles. */
  private static void align(List<Exchange> left, List<Exchange> right, List<Couple> couples) {
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] =
            left.get(i).title().equals(right.get(j).title())
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      boolean both = i < left.size() && j < right.size();
      if (both && left.get(i).title().equals(right.get(j).title())) {
        couples.add(new Couple(Optional.of(left.get(i++)), Optional.of(right.get(j++))));
      } else if (j == right.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
        couples.add(new Couple(Optional.of(left.get(i++)), Optional.empty()));
      } else {
        couples.add(new Couple(Optional.empty(), Optional.of(right.get(j++))));
      }
    }
  }
}
