package dev.touchstone.rp.limit;

import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;

/** Our clock as Bucket4j reads it. */
public record ClockMeter(InstantSource clock) implements TimeMeter {

  @Override
  public long currentTimeNanos() {
    return clock.millis() * 1_000_000;
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
