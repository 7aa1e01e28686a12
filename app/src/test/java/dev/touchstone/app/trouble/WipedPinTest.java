package dev.touchstone.app.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever becomes of an operation, the arrays that the PINs were typed into are zero, and those of
 * what was derived from them.
 */
final class WipedPinTest {

  @ParameterizedTest
  @EnumSource(Job.class)
  void afterSuccess(Job job) throws Exception {
    try (Desk desk = new Desk(job)) {
      assertThat(desk.work()).isEmpty();

      desk.checkWiped(job.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void afterWrongPins(Job job) throws Exception {
    try (Desk desk = new Desk(job, new Person(List.of("wr0ng-1", "x", "wr0ng-2".repeat(20))))) {
      var _ = desk.work();

      desk.checkWiped(job.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void afterCancellingWhileItIsTypedOrTouched(Job job) throws Exception {
    Person person = new Person(List.of(Stock.PIN));
    try (Desk desk = new Desk(job, person)) {
      person.whenAsked(desk.cancel::cancel).whenTouchIsWanted(desk.cancel::cancel);

      var _ = desk.work();

      desk.checkWiped(job.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void afterUnpluggingWhileItIsTypedOrTouched(Job job) throws Exception {
    Person person = new Person(List.of(Stock.PIN));
    try (Desk desk = new Desk(job, person)) {
      person.whenAsked(desk.key::unplug).whenTouchIsWanted(desk.key::unplug);

      var _ = desk.work();

      desk.checkWiped(job.name());
    }
  }

  /** Else there would be nothing to be wiped in any of these. */
  @Test
  void somethingIsDerivedFromEachKindOfPin() throws Exception {
    try (Desk set = new Desk(Job.SET_PIN);
        Desk change = new Desk(Job.CHANGE_PIN);
        Desk verify = new Desk(Job.VERIFY_PIN)) {
      assertThat(set.work()).isEmpty();
      assertThat(change.work()).isEmpty();
      assertThat(verify.work()).isEmpty();

      assertThat(set.witness.derived()).extracting(it -> it.length).containsExactly(64);
      assertThat(change.witness.derived()).extracting(it -> it.length).containsExactly(64, 16);
      assertThat(verify.witness.derived()).extracting(it -> it.length).containsExactly(16, 32);
    }
  }
}
