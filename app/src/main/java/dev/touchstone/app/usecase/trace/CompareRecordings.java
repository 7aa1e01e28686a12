package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.trace.compare.Comparison;
import dev.touchstone.key.trace.file.Recording;

/** Puts two recordings side by side: the key that works and the one that does not. */
public final class CompareRecordings {

  private final Shelf shelf;

  CompareRecordings(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Two recordings and what became of the comparison. */
  public record Result(Recording left, Recording right, Comparison comparison) {}

  /**
   * Compares them.
   *
   * @param left as {@link OpenRecording#run}
   * @param right likewise
   * @throws Failure if one cannot be read
   */
  public Result run(String left, String right) throws Failure {
    Recording one = shelf.open(left);
    Recording other = shelf.open(right);
    return new Result(one, other, Comparison.of(one, other));
  }
}
