package dev.touchstone.app.jwt;

/**
 * One thing that was looked at.
 *
 * @param name such as {@code signature}
 * @param outcome what came of it
 * @param sentence why
 */
public record JwtCheck(String name, Outcome outcome, String sentence) {

  /** Ends of a check. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** There was nothing to look at, or nobody said what it should be. */
    NOT_CHECKED
  }

  static JwtCheck of(String name, boolean passed, String sentence) {
    return new JwtCheck(name, passed ? Outcome.PASSED : Outcome.FAILED, sentence);
  }

  static JwtCheck skipped(String name, String sentence) {
    return new JwtCheck(name, Outcome.NOT_CHECKED, sentence);
  }
}
