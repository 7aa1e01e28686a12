package dev.touchstone.rp.ceremony.token;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Lets something be done now and then instead of each time. */
final class Occasion {

  private final Duration interval;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  Occasion(Duration interval) {
    this.interval = interval;
  }

  /** True for one caller once in each interval. */
  boolean due(Instant now) {
    Instant planned = next.get();
    return !now.isBefore(planned) && next.compareAndSet(planned, now.plus(interval));
  }
}
