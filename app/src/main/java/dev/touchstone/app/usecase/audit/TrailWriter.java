package dev.touchstone.app.usecase.audit;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.audit.AuditEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows beside the work that they tell of: what is done to a key must neither wait for the
 * database nor fail with it. A row that cannot be written is told to whoever asks.
 */
public final class TrailWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TrailWriter.class);

  private final Trail trail;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("audit-trail").factory());
  private final List<Advice> troubles = new ArrayList<>();
  private Optional<Consumer<Advice>> told = Optional.empty();

  /** Where rows go. */
  @FunctionalInterface
  public interface Trail {
    void note(AuditEvent event) throws Failure;
  }

  /**
   * Nothing is opened before the first row.
   *
   * @param trail is called by one thread at a time, not the caller's
   */
  public TrailWriter(Trail trail) {
    this.trail = trail;
  }

  /** Has the row written soon. */
  public void write(AuditEvent event) {
    try {
      thread.execute(() -> note(event));
    } catch (RejectedExecutionException e) {
      LOG.warn("The program ended before the audit trail could have '{}'", event.event());
    }
  }

  private void note(AuditEvent event) {
    try {
      trail.note(event);
    } catch (Failure e) {
      trouble(event, e.advice());
    } catch (RuntimeException e) {
      LOG.error("A row of the audit trail could not be written", e);
      trouble(event, new Advice(Advice.Kind.FAILED, "Something unforeseen happened.", "", "", ""));
    }
  }

  /** Waits until all is written that can be. */
  public void flush() {
    CountDownLatch written = new CountDownLatch(1);
    try {
      thread.execute(written::countDown);
      written.await();
    } catch (RejectedExecutionException e) {
      LOG.debug("Nothing is left to be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits until all is written.
   *
   * @return what could not be since somebody asked last, unless it was told already
   */
  public List<Advice> settle() {
    flush();
    synchronized (troubles) {
      List<Advice> all = List.copyOf(troubles);
      troubles.clear();
      return all;
    }
  }

  /** From now on this one is told at once of what cannot be written, on a thread of ours. */
  public void tell(Consumer<Advice> somebody) {
    synchronized (troubles) {
      told = Optional.of(somebody);
      troubles.forEach(somebody);
      troubles.clear();
    }
  }

  private void trouble(AuditEvent event, Advice why) {
    Advice advice =
        new Advice(
            Advice.Kind.FAILED,
            "The audit trail does not have what was just done (%s): %s"
                .formatted(event.event(), why.happened()),
            "It was done nevertheless.",
            why.next(),
            "");
    synchronized (troubles) {
      told.ifPresentOrElse(it -> it.accept(advice), () -> troubles.add(advice));
    }
  }

  /** Writes what is left. */
  @Override
  public void close() {
    thread.close();
  }
}
