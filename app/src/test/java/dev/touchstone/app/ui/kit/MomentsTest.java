package dev.touchstone.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T14:05:00Z");
  private final Moments moments = new Moments(InstantSource.fixed(NOW), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "PT0S, just now",
    "PT59S, just now",
    "PT60S, 1 minute ago",
    "PT59M, 59 minutes ago",
    "PT1H, 1 hour ago",
    "PT23H, 23 hours ago",
    "P1D, 1 day ago",
    "P30D, 30 days ago",
    "P31D, 1 month ago",
    "P364D, 12 months ago",
    "P365D, 1 year ago",
    "PT-5M, just now"
  })
  void timeIsToldAsPeopleSayIt(Duration ago, String said) {
    assertThat(moments.relative(NOW.minus(ago))).isEqualTo(said);
  }

  @Test
  void theAbsoluteTimeStandsBehindTheRelativeOne() {
    assertThat(moments.both(NOW.minusSeconds(7200))).isEqualTo("2 hours ago (20 Nov 2026, 12:05)");
  }
}
