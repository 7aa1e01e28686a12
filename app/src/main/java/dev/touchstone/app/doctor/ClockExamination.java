package dev.touchstone.app.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Whether the clock can be trusted: certificates and time-outs depend on it.
 *
 * @param built no clock may tell an earlier time
 */
record ClockExamination(InstantSource clock, Instant built) implements Examination {

  private static final String AREA = "Clock";
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration TOLERATED = Duration.ofMillis(100);

  @Override
  public List<Finding> run() {
    Instant now = clock.instant();
    Finding date =
        now.isBefore(built)
            ? Finding.broken(
                AREA,
                "date",
                "It is %s, which is before this program was built (%s).".formatted(now, built),
                "Set the clock; certificates would be judged wrongly.")
            : Finding.fine(AREA, "date", "It is %s.".formatted(now));
    return List.of(date, steadiness());
  }

  private Finding steadiness() {
    Instant wall = clock.instant();
    long steady = System.nanoTime();
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration passed = Duration.ofNanos(System.nanoTime() - steady);
    Duration told = Duration.between(wall, clock.instant());
    Duration apart = told.minus(passed).abs();
    return apart.compareTo(TOLERATED) > 0
        ? Finding.attention(
            AREA,
            "steadiness",
            "The clock jumped by %d ms while it was looked at.".formatted(apart.toMillis()),
            "Look at the time service of this computer.")
        : Finding.fine(AREA, "steadiness", "It runs evenly.");
  }
}
