package dev.touchstone.rp.http.tls.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.http.tls.certificate.Authority;
import dev.touchstone.rp.http.tls.certificate.Authority.Wish;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the authority is asked, and when it is left alone. */
final class RenewalPlanTest {

  @ParameterizedTest
  @CsvSource({"90, 60", "6, 4", "45, 30"})
  void aThirdOfTheLifetimeIsLeftWhateverItIs(int lifetime, int renewed) throws Exception {
    Wish wish = Wish.server("a.example").until(Authority.NOON.plus(Duration.ofDays(lifetime)));

    assertThat(RenewalPlan.due(Authority.root("root").issue(wish).leaf()))
        .isEqualTo(Authority.NOON.plus(Duration.ofDays(renewed)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT15M",
    "2, PT30M",
    "3, PT1H",
    "7, PT16H",
    "8, PT24H",
    "9, PT24H",
    "2000000, PT24H"
  })
  void eachFailureDoublesThePauseUpToADay(int failures, Duration pause) {
    assertThat(RenewalPlan.pause(failures)).isEqualTo(pause);
  }

  @Test
  void whatTheAuthorityAsksForIsWaitedEvenIfItIsLonger() {
    AcmeState state = new AcmeState("", 0, Authority.NOON);

    assertThat(state.failed(Authority.NOON, Authority.NOON.plus(Duration.ofDays(3))).notBefore())
        .isEqualTo(Authority.NOON.plus(Duration.ofDays(3)));
    assertThat(state.failed(Authority.NOON, Authority.NOON).notBefore())
        .isEqualTo(Authority.NOON.plus(Duration.ofMinutes(15)));
  }
}
