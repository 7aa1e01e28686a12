package dev.touchstone.app.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever becomes of an operation, the arrays that the PINs were typed into are zero. */
final class WipedPinTest {

  @ParameterizedTest
  @EnumSource(Job.class)
  void afterSuccess(Job job) throws Exception {
    try (Desk desk = new Desk(job)) {
      assertThat(desk.work()).isEmpty();

      wiped(desk);
    }
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void afterWrongPins(Job job) throws Exception {
    try (Desk desk = new Desk(job, new Person(List.of("wr0ng-1", "x", "wr0ng-2".repeat(20))))) {
      var _ = desk.work();

      wiped(desk);
    }
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void afterCancellingWhileItIsTypedOrTouched(Job job) throws Exception {
    Person person = new Person(List.of(Stock.PIN));
    try (Desk desk = new Desk(job, person)) {
      person.whenAsked(desk.cancel::cancel).whenTouchIsWanted(desk.cancel::cancel);

      var _ = desk.work();

      wiped(desk);
    }
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void afterUnpluggingWhileItIsTypedOrTouched(Job job) throws Exception {
    Person person = new Person(List.of(Stock.PIN));
    try (Desk desk = new Desk(job, person)) {
      person.whenAsked(desk.key::unplug).whenTouchIsWanted(desk.key::unplug);

      var _ = desk.work();

      wiped(desk);
    }
  }

  private static void wiped(Desk desk) {
    assertThat(desk.person.typed()).allSatisfy(pin -> assertThat(pin).containsOnly('\0'));
  }
}
