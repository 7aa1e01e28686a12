package dev.touchstone.rp.ceremony;

import java.util.List;

/**
 * One step of the specification's verification with its verdict.
 *
 * @param number the clause and the step in it, such as {@code 7.1.8}
 * @param title what the step asks for, one short sentence of ours
 * @param outcome the verdict
 * @param explanation why it passed, failed or does not apply, one sentence
 * @param inputs what the verdict was made from
 */
public record Step(
    String number, String title, Outcome outcome, String explanation, List<Input> inputs) {

  /** The three verdicts. */
  public enum Outcome {
    PASSED,
    FAILED,
    NOT_APPLICABLE
  }

  /**
   * One input of a step, both sides as the person should read them; an empty string where there is
   * no such side.
   */
  public record Input(String name, String expected, String received) {}

  public Step {
    inputs = List.copyOf(inputs);
  }
}
