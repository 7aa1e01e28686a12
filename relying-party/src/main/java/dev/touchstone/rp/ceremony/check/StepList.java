package dev.touchstone.rp.ceremony.check;

import dev.touchstone.rp.ceremony.Step;
import java.util.ArrayList;
import java.util.List;

/** The steps of one clause as they are found, numbered in the specification's order. */
public final class StepList {

  private final String clause;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> stricter = new ArrayList<>();

  /**
   * An empty list.
   *
   * @param clause such as {@code 7.1}
   */
  public StepList(String clause) {
    this.clause = clause;
  }

  /** The next step. */
  public StepList add(String title, Finding finding) {
    String number = clause + "." + (steps.size() + 1);
    steps.add(new Step(number, title, finding.outcome(), finding.explanation(), finding.inputs()));
    if (finding.stricter()) {
      stricter.add(number);
    }
    return this;
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The failed steps that the library leaves to its caller, or would let pass. */
  public List<String> stricterThanTheLibrary() {
    return List.copyOf(stricter);
  }

  /** The numbers of the steps that failed so far. */
  public List<String> failed() {
    return steps.stream()
        .filter(step -> step.outcome() == Step.Outcome.FAILED)
        .map(Step::number)
        .toList();
  }

  /** Such as {@code step 7.1.8 failed} or {@code steps 7.1.8 and 7.1.9 failed}. */
  public String failedInWords() {
    List<String> failed = failed();
    return (failed.size() == 1 ? "step " : "steps ") + String.join(" and ", failed) + " failed";
  }
}
