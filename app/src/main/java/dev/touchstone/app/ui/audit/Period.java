package dev.touchstone.app.ui.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far back somebody looks. */
public enum Period {
  ALWAYS("Any time", Optional.empty()),
  HOUR("Last hour", Optional.of(Duration.ofHours(1))),
  DAY("Last 24 hours", Optional.of(Duration.ofDays(1))),
  WEEK("Last 7 days", Optional.of(Duration.ofDays(7))),
  MONTH("Last 30 days", Optional.of(Duration.ofDays(30))),
  YEAR("Last 365 days", Optional.of(Duration.ofDays(365)));

  private final String words;
  private final Optional<Duration> length;

  Period(String words, Optional<Duration> length) {
    this.words = words;
    this.length = length;
  }

  /** When it began; empty if it has no beginning. */
  Optional<Instant> beginning(Instant now) {
    return length.map(now::minus);
  }

  @Override
  public String toString() {
    return words;
  }
}
