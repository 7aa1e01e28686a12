package dev.touchstone.app.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.transport.hid.ReportConnection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation, with each trouble, at each packet or message from opening the key to the end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES) // against a client that waits for ever
final class TroubleAtEveryStepTest {

  static Stream<Arguments> everyJobInEveryTrouble() {
    return Stream.of(Job.values())
        .flatMap(job -> Stream.of(Trouble.values()).map(trouble -> Arguments.of(job, trouble)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyJobInEveryTrouble")
  void endsWithAdviceAndWithTheKeyAsTheAdviceSays(Job job, Trouble trouble) throws Exception {
    Facts done;
    int steps;
    try (Desk desk = new Desk(job)) {
      TroubledCable cable = new TroubledCable(desk.key, Optional.empty(), 0);
      assertThat(desk.work(new ReportConnection(cable))).isEmpty();
      done = desk.after();
      steps = cable.steps(trouble.step());
    }
    for (int step = 1; step <= steps; step++) {
      try (Desk desk = new Desk(job)) {
        var cable = new TroubledCable(desk.key, Optional.of(trouble), step);

        var failure = desk.work(new ReportConnection(cable));

        desk.check(failure, done, "%s at step %d".formatted(trouble, step));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void withoutTroubleItIsDoneAndNoTryIsLost(Job job) throws Exception {
    try (Desk desk = new Desk(job)) {
      assertThat(desk.work()).isEmpty();

      assertThat(desk.after().equals(desk.before)).isNotEqualTo(changes(job));
      assertThat(desk.pinTries()).isEqualTo(8);
    }
  }

  private static boolean changes(Job job) {
    return switch (job) {
      case READ,
          CHOOSE_BY_TOUCH,
          VERIFY_PIN,
          LIST_CREDENTIALS,
          LIST_FINGERPRINTS,
          SIGN_IN,
          WINK,
          READ_LARGE_BLOB ->
          false;
      case SET_PIN,
          CHANGE_PIN,
          RENAME_USER,
          DELETE_CREDENTIAL,
          ENROL_FINGERPRINT,
          RENAME_FINGERPRINT,
          DELETE_FINGERPRINT,
          SET_ALWAYS_UV,
          SET_MINIMUM_LENGTH,
          REGISTER,
          WRITE_LARGE_BLOB,
          DELETE_LARGE_BLOB,
          COLLECT_LARGE_BLOBS,
          RESET ->
          true;
    };
  }
}
