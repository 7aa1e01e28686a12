package dev.touchstone.app.ui.kit;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to tell the person about anything that was thrown in the background. */
public final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The failure's own advice; for a defect of this program the words to report it with. */
  public static Advice adviceOn(Exception thrown) {
    if (thrown instanceof Failure failure) {
      return failure.advice();
    }
    LOG.error("Not foreseen", thrown);
    return new Advice(
        Advice.Kind.FAILED,
        "Something happened that Touchstone did not foresee (%s)."
            .formatted(thrown.getClass().getSimpleName()),
        "",
        "Please try again, and report it if it stays.",
        "");
  }
}
