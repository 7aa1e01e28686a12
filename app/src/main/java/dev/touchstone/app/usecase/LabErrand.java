package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabException;
import java.util.function.Supplier;

/**
 * Goes to the desk of the laboratory, which may be another one each time: another process may have
 * begun or ended meanwhile.
 */
record LabErrand(Supplier<LabDesk> desk) {

  /** What is wanted there. */
  @FunctionalInterface
  interface Thing<T> {
    T run(LabDesk desk) throws LabException;
  }

  /** What is wanted there, without an answer. */
  @FunctionalInterface
  interface Order {
    void run(LabDesk desk) throws LabException;
  }

  <T> T run(Thing<T> thing) throws Failure {
    try {
      return thing.run(desk.get());
    } catch (LabException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  void order(Order order) throws Failure {
    try {
      order.run(desk.get());
    } catch (LabException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
