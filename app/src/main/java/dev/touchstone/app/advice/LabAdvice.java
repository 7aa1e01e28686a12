package dev.touchstone.app.advice;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.fixture.lab.LabException;

/** What to tell when the laboratory refused. Its own sentences are complete. */
final class LabAdvice {

  private LabAdvice() {}

  static Advice on(LabException failure) {
    return new Advice(kind(failure.kind()), failure.happened(), "", failure.remedy(), "");
  }

  private static Kind kind(LabException.Kind kind) {
    return switch (kind) {
      case NAME_INVALID, NAME_TAKEN, NO_SUCH_KEY, NO_SUCH_MODEL, FIRST_KEY, BAD_REQUEST ->
          Kind.USAGE;
      case PLUGGED_IN,
          NOT_PLUGGED_IN,
          KEY_DAMAGED,
          KEY_IN_USE,
          NOT_RUNNING,
          ALREADY_RUNNING,
          FAILED ->
          Kind.FAILED;
    };
  }
}
