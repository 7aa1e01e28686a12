package dev.touchstone.rp.inspect;

import java.util.OptionalInt;

/** The input could not be inspected at all. The message is a sentence or two for a person. */
public final class InspectionException extends Exception {

  private final String problem;
  private final int offset;
  private final String remedy;

  /**
   * @param problem what is wrong, one sentence
   * @param offset where, counted from 0 in characters of text or bytes of a file, if it is anywhere
   * @param remedy what to do, one sentence
   */
  public InspectionException(String problem, OptionalInt offset, String remedy) {
    super(placed(problem, offset) + " " + remedy);
    this.problem = problem;
    this.offset = offset.orElse(-1);
    this.remedy = remedy;
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** Where in the input, counted from 0. */
  public OptionalInt offset() {
    return offset < 0 ? OptionalInt.empty() : OptionalInt.of(offset);
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }

  private static String placed(String problem, OptionalInt offset) {
    return offset.isEmpty()
        ? problem
        : "%s (at offset %d).".formatted(problem.replaceFirst("\\.$", ""), offset.getAsInt());
  }
}
