package dev.touchstone.app.usecase.serve;

import dev.touchstone.rp.admin.AuditRetention;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes rows out of the audit trail that are older than the settings say, at the start of a server
 * and once a day while it runs. What remains can be verified at any moment, however it ends.
 */
final class AuditPruning implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuditPruning.class);

  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration AFTER_TROUBLE = Duration.ofHours(1);

  /** Ctrl-C leaves a program two seconds; what was not removed is removed after the next start. */
  private static final Duration LAST_BATCH = Duration.ofMillis(500);

  private final AuditRetention retention;
  private final Duration age;
  private final InstantSource clock;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("audit-pruning").unstarted(this::run);

  private AuditPruning(AuditRetention retention, Duration age, InstantSource clock) {
    this.retention = retention;
    this.age = age;
    this.clock = clock;
  }

  static AuditPruning start(AuditRetention retention, Duration age, InstantSource clock) {
    AuditPruning pruning = new AuditPruning(retention, age, clock);
    pruning.thread.start();
    return pruning;
  }

  private void run() {
    try {
      Duration pause = once();
      while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until the next time. */
  private Duration once() {
    try {
      retention
          .remove(clock.instant().minus(age), Caller.CONSOLE)
          .forEach(it ->
              LOG.info(
                  "{} rows of the audit trail of {} were older than {} days and are gone",
                  it.rows(),
                  it.writer(),
                  age.toDays()));
      return USUAL;
    } catch (RelyingPartyException | RuntimeException e) {
      LOG.warn("Old rows of the audit trail cannot be removed: {}", e.getMessage());
      return AFTER_TROUBLE;
    }
  }

  /** Begins no further time. */
  @Override
  public void close() {
    end.countDown();
    try {
      boolean _ = thread.join(LAST_BATCH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
