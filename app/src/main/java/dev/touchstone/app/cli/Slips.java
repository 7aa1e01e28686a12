package dev.touchstone.app.cli;

/** How far a typed word is from another. */
final class Slips {

  private Slips() {}

  /**
   * How many slips lead from one to the other: a letter too many, one missing, a wrong one, or two
   * next to each other exchanged (Damerau-Levenshtein, optimal string alignment).
   */
  static int between(String typed, String meant) {
    int[][] slips = new int[typed.length() + 1][meant.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        slips[i][j] = i == 0 ? j : j == 0 ? i : least(slips, typed, meant, i, j);
      }
    }
    return slips[typed.length()][meant.length()];
  }

  private static int least(int[][] slips, String typed, String meant, int i, int j) {
    boolean same = typed.charAt(i - 1) == meant.charAt(j - 1);
    int least =
        Math.min(
            slips[i - 1][j - 1] + (same ? 0 : 1), Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
    boolean exchanged =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == meant.charAt(j - 2)
            && typed.charAt(i - 2) == meant.charAt(j - 1);
    return exchanged ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
  }
}
