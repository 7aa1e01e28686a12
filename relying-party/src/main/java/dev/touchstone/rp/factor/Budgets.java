package dev.touchstone.rp.factor;

import java.time.Instant;

/**
 * How much of something may be done in a day, whichever replica is asked. A budget that was used up
 * comes back evenly over the day; one that was never used is full. A clock that goes back gives
 * nothing.
 */
public interface Budgets {

  /**
   * Takes from it, if that much is left.
   *
   * @param name whose, such as {@code guess/stranger/ada@example.org}
   * @param full how much there is after a day of rest, and how much comes back in a day
   * @return false if not that much is left; nothing is taken then
   */
  boolean take(String name, int full, int amount, Instant now);

  /** Gives back what was taken for nothing. */
  void give(String name, int full, int amount, Instant now);

  /** What is left of it, in whole pieces. */
  int left(String name, int full, Instant now);

  /** Forgets those that nobody touched since. */
  void forgetBefore(Instant when);
}
