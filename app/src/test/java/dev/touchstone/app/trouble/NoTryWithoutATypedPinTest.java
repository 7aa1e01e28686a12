package dev.touchstone.app.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.transport.hid.ReportConnection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A PIN try is spent by a person who types a PIN, and by nobody else. */
final class NoTryWithoutATypedPinTest {

  @ParameterizedTest
  @EnumSource(value = Job.class, mode = EnumSource.Mode.EXCLUDE, names = "CHANGE_PIN")
  void whoTypesNoneLosesNone(Job job) throws Exception {
    try (Desk desk = new Desk(job, new Person(List.of()))) {
      var _ = desk.work();

      assertThat(desk.pinTries()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void noTroubleMakesTheClientTypeAPinByItself(Trouble trouble) throws Exception {
    for (int step = 1; step <= 12; step++) {
      try (Desk desk = new Desk(Job.VERIFY_PIN, new Person(List.of()))) {
        var _ =
            desk.work(
                new ReportConnection(new TroubledCable(desk.key, Optional.of(trouble), step)));

        assertThat(desk.pinTries()).isEqualTo(8);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Job.class,
      names = {
        "VERIFY_PIN",
        "LIST_CREDENTIALS",
        "RENAME_USER",
        "DELETE_CREDENTIAL",
        "ENROL_FINGERPRINT",
        "SET_ALWAYS_UV",
        "SET_MINIMUM_LENGTH",
        "REGISTER",
        "SIGN_IN",
        "READ_LARGE_BLOB",
        "WRITE_LARGE_BLOB",
        "COLLECT_LARGE_BLOBS"
      })
  void eachWrongOneCostsOneUntilTheKeyWantsToBeReplugged(Job job) throws Exception {
    Person person = new Person(List.of("wr0ng-1", "wr0ng-2", "wr0ng-3", "wr0ng-4"));
    try (Desk desk = new Desk(job, person)) {
      Facts before = desk.before;

      var failure = desk.work();

      assertThat(failure)
          .get()
          .isInstanceOfSatisfying(
              PinRefused.class,
              refused -> {
                assertThat(refused.kind()).isEqualTo(PinRefused.Kind.REPLUG_NEEDED);
                assertThat(refused.triesLeft()).hasValue(5);
              });
      assertThat(desk.person.typed()).hasSize(3);
      assertThat(desk.pinTries()).isEqualTo(5);
      assertThat(desk.after()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Job.class,
      names = {
        "VERIFY_PIN",
        "LIST_CREDENTIALS",
        "DELETE_CREDENTIAL",
        "SET_ALWAYS_UV",
        "REGISTER",
        "SIGN_IN",
        "WRITE_LARGE_BLOB"
      })
  void aBlockedPinIsNotEvenAskedFor(Job job) throws Exception {
    try (Desk desk = new Desk(job)) {
      for (int round = 0; round < 3; round++) {
        exhaust(desk);
      }
      assertThat(desk.pinTries()).isZero();

      var failure = desk.work();

      assertThat(failure)
          .get()
          .isInstanceOfSatisfying(
              PinRefused.class,
              refused -> assertThat(refused.kind()).isEqualTo(PinRefused.Kind.BLOCKED));
      assertThat(desk.person.typed()).isEmpty();
    }
  }

  /** Three wrong PINs and a new power-up. */
  private static void exhaust(Desk desk) throws Exception {
    Person clumsy = new Person(List.of("wr0ng-1", "wr0ng-2", "wr0ng-3"));
    try (var session = Desk.open(desk.key)) {
      Job.VERIFY_PIN.run(new Conversation(session, clumsy, desk.cancel), clumsy);
    } catch (PinRefused e) {
      // That is what it was for.
    }
    desk.key.unplug();
    desk.key.plugIn();
  }
}
