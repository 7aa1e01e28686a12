package dev.touchstone.app.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation on a key in a reader, with each trouble, at each APDU. */
@Timeout(value = 5, unit = TimeUnit.MINUTES) // against a client that waits for ever
final class TroubleInTheReaderTest {

  static Stream<Arguments> everyJobInEveryTrouble() {
    return Stream.of(Job.values())
        .filter(Job::isForCards)
        .flatMap(job -> Stream.of(CardTrouble.values()).map(it -> Arguments.of(job, it)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyJobInEveryTrouble")
  void endsWithAdviceAndWithTheKeyAsTheAdviceSays(Job job, CardTrouble trouble) throws Exception {
    Facts done;
    int steps;
    try (Desk desk = new Desk(job)) {
      TroubledReader reader = new TroubledReader(desk.key, Optional.empty(), 0);
      assertThat(desk.work(reader)).isEmpty();
      done = desk.after();
      steps = reader.count();
    }
    for (int step = 1; step <= steps; step++) {
      try (Desk desk = new Desk(job)) {
        var failure = desk.work(new TroubledReader(desk.key, Optional.of(trouble), step));

        desk.check(failure, done, "%s at APDU %d".formatted(trouble, step));
      }
    }
  }
}
