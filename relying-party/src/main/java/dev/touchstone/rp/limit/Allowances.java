package dev.touchstone.rp.limit;

import java.time.Duration;

/** Counts who did what how often. May be used from several threads. */
public interface Allowances {

  /**
   * Takes one from what is left.
   *
   * @param key who and what, such as {@code ceremony/192.0.2.1}
   * @return zero if there was one left; otherwise how long until there is
   */
  Duration take(String key, Allowance allowance);

  /** Lets everybody do everything. */
  Allowances UNLIMITED = (_, _) -> Duration.ZERO;
}
