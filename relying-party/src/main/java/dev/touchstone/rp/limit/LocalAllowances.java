package dev.touchstone.rp.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts in this process (Bucket4j). So that memory is bounded, some keys are forgotten where very
 * many are in use: they get a new allowance, as an attacker with very many addresses has anyway.
 */
public final class LocalAllowances implements Allowances {

  /** Some 300 bytes each. */
  private static final int MOST = 100_000;

  private final TimeMeter time;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  public LocalAllowances(InstantSource clock) {
    this.time = new ClockMeter(clock);
  }

  @Override
  public Duration take(String key, Allowance allowance) {
    if (buckets.size() >= MOST) {
      forget();
    }
    Bucket bucket = buckets.computeIfAbsent(key, _ -> bucket(allowance));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Bucket bucket(Allowance allowance) {
    return Bucket.builder().withCustomTimePrecision(time).addLimit(allowance.bandwidth()).build();
  }

  /** A tenth of them, in whatever order; at once, so that this is rare. */
  private synchronized void forget() {
    Iterator<String> keys = buckets.keySet().iterator();
    for (int i = 0; i < MOST / 10 && keys.hasNext(); i++) {
      keys.next();
      keys.remove();
    }
  }
}
