package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;

/** Stands in until the modules below have landed. */
final class Pending {

  private Pending() {}

  @SafeVarargs
  static <T> T of(Object request, T... none) throws Failure {
    if (none.length == 0) {
      throw new Failure(new Advice(Advice.Kind.FAILED, "Not there yet: " + request, "", "", ""));
    }
    return none[0];
  }
}
