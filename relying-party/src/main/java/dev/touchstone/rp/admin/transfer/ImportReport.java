package dev.touchstone.rp.admin.transfer;

import java.util.List;

/**
 * What becomes of the rows of a file.
 *
 * @param rows how many there are
 * @param good how many can be taken
 * @param stored whether they were
 * @param problems the first rows that cannot be taken
 * @param problemsInAll how many there are
 */
public record ImportReport(
    long rows, long good, boolean stored, List<Problem> problems, long problemsInAll) {

  public ImportReport {
    problems = List.copyOf(problems);
  }

  /**
   * A row that cannot be taken.
   *
   * @param line where it begins in the file
   * @param name of the user, where it has one
   * @param sentences what is wrong
   */
  public record Problem(long line, String name, List<String> sentences) {
    public Problem {
      sentences = List.copyOf(sentences);
    }
  }
}
