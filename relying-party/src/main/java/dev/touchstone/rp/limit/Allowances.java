package dev.touchstone.rp.limit;

import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.Duration;

/** Counts who did what how often. May be used from several threads. */
public interface Allowances {

  /**
   * Takes one from what is left.
   *
   * @param key who and what, such as {@code ceremony/192.0.2.1}
   * @return zero if there was one left; otherwise how long until there is
   * @throws RelyingPartyException.StoreUnavailable if it is counted in a database that is gone
   */
  Duration take(String key, Allowance allowance) throws RelyingPartyException;
}
