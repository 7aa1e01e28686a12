package dev.touchstone.rp.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.limit.Allowance;
import dev.touchstone.rp.limit.Allowances;
import dev.touchstone.rp.limit.ClockMeter;
import dev.touchstone.rp.store.PostgresAddress;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts for all replicas together, in the table {@code rate_limit}. Rows that are as good as none
 * are swept by those who come, so that the table is as long as a minute's callers are many.
 */
final class PostgresAllowances implements Allowances {

  /** Two expired rows go for one that may have come. */
  private static final int SWEEP_EVERY = 256;

  private static final int SWEPT_AT_ONCE = 2 * SWEEP_EVERY;
  private static final int ATTEMPTS = 8;

  private final HikariDataSource source;
  private final PostgresAddress address;
  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
  private final AtomicLong taken = new AtomicLong();

  PostgresAllowances(HikariDataSource source, PostgresAddress address, InstantSource clock) {
    this.source = source;
    this.address = address;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("rate_limit")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .clientClock(new ClockMeter(clock))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofSeconds(1)))
            .build();
  }

  @Override
  public Duration take(String key, Allowance allowance) throws RelyingPartyException {
    for (int attempt = 1; ; attempt++) {
      try {
        sweepSometimes();
        return takeOnce(id(key, allowance), allowance);
      } catch (BucketExecutionException e) {
        if (attempt == ATTEMPTS || !PostgresFailure.isLostConnection(e)) {
          throw PostgresFailure.of(e, address);
        }
        // after a restart of the server the others are as dead
        source.getHikariPoolMXBean().softEvictConnections();
      }
    }
  }

  private Duration takeOnce(String id, Allowance allowance) {
    ConsumptionProbe probe =
        buckets
            .builder()
            .build(id, () -> BucketConfiguration.builder().addLimit(allowance.bandwidth()).build())
            .tryConsumeAndReturnRemaining(1);
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /** One length whatever the key is, and no address or name in yet another table. */
  private static String id(String key, Allowance allowance) {
    return Bytes.ofUtf8("%d/%d/%s".formatted(allowance.atOnce(), allowance.perMinute(), key))
        .sha256()
        .base64Url();
  }

  private void sweepSometimes() {
    if (taken.incrementAndGet() % SWEEP_EVERY == 0) {
      buckets.removeExpired(SWEPT_AT_ONCE);
    }
  }
}
