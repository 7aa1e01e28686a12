package dev.touchstone.rp.mail.delivery;

import java.time.Duration;

/** How long to wait after a failure: longer each time (RFC 5321 §4.5.4.1 asks for patience). */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int DOUBLINGS = 10;

  private BackOff() {}

  /**
   * How long.
   *
   * @param attempts how often it was tried, at least once
   */
  static Duration after(int attempts) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
