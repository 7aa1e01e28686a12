package dev.touchstone.rp.admin;

import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.syslog.SyslogConnection;
import dev.touchstone.rp.audit.syslog.SyslogMessage;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * Sends the audit trail to a syslog receiver as it grows, from where it stopped the last time. It
 * reads what others wrote, on a thread of its own, so a receiver that is slow or dead holds nobody
 * up: the rows wait in the database.
 *
 * <p>Every row arrives at least once. Syslog has no acknowledgement, so a row counts as received
 * only when the connection was still open some seconds later; after a break those before are sent
 * again, and a receiver tells them apart by writer and number.
 */
public final class SyslogFollower {

  private static final int PAGE = 2000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Store store;
  private final SyslogTarget target;
  private final SyslogMessage message;
  private final SSLContext trust;
  private final Pace pace;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * How long it waits.
   *
   * @param look between two looks for new rows
   * @param settle until what was sent counts as received
   * @param retry before it connects again; doubled each time, up to a minute
   */
  public record Pace(Duration look, Duration settle, Duration retry) {

    /** For a receiver that is far away. */
    public static final Pace USUAL =
        new Pace(Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofSeconds(1));
  }

  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /** Sends rows of this store to this receiver. */
  public SyslogFollower(
      Store store, SyslogTarget target, SyslogMessage message, SSLContext trust, Pace pace) {
    this.store = store;
    this.target = target;
    this.message = message;
    this.trust = trust;
    this.pace = pace;
  }

  /**
   * Sends what there is, and ends.
   *
   * @return how many rows
   * @throws IOException if the receiver cannot be reached, or is gone before it had all
   */
  public long once() throws IOException, RelyingPartyException {
    Map<String, Long> sent = sent();
    long count = 0;
    try (SyslogConnection connection = SyslogConnection.open(target, trust, PATIENCE)) {
      for (long some = sendNew(connection, sent); some > 0; some = sendNew(connection, sent)) {
        count += some;
        connection.look();
      }
      connection.finish(pace.settle());
    }
    remember(sent);
    return count;
  }

  /**
   * Sends until it is stopped. What fails is told and tried again.
   *
   * @param told what goes wrong, and when it goes right again
   */
  public void follow(Consumer<String> told) {
    Duration wait = pace.retry();
    while (stopped.getCount() > 0) {
      try (SyslogConnection connection = SyslogConnection.open(target, trust, PATIENCE)) {
        told.accept("Connected to %s.".formatted(target));
        wait = pace.retry();
        follow(connection);
      } catch (IOException | RelyingPartyException e) {
        told.accept(
            "%s cannot be sent the audit trail: %s Trying again in %d s."
                .formatted(target, sentence(e), wait.toSeconds()));
        pause(wait);
        wait = shorter(wait.multipliedBy(2), LONGEST_RETRY);
      }
    }
  }

  /** Lets {@link #follow} come to its end. */
  public void stop() {
    stopped.countDown();
  }

  private void follow(SyslogConnection connection) throws IOException, RelyingPartyException {
    Map<String, Long> sent = sent();
    Map<String, Long> remembered = Map.copyOf(sent);
    Map<String, Long> settling = Map.of();
    long settledAt = 0;
    while (stopped.getCount() > 0) {
      long count = sendNew(connection, sent);
      connection.look();
      if (!settling.isEmpty() && System.nanoTime() - settledAt >= 0) {
        remember(settling);
        remembered = settling;
        settling = Map.of();
      }
      if (settling.isEmpty() && !sent.equals(remembered)) {
        settling = Map.copyOf(sent);
        settledAt = System.nanoTime() + pace.settle().toNanos();
      }
      if (count == 0) {
        pause(pace.look());
      }
    }
    // what came last goes along
    sendNew(connection, sent);
    if (connection.finish(pace.settle())) {
      remember(sent);
    }
  }

  /** What is there now, up to some thousand rows of each writer; the numbers go up in the map. */
  private long sendNew(SyslogConnection connection, Map<String, Long> sent)
      throws IOException, RelyingPartyException {
    long count = 0;
    List<String> writers = store.read(records -> records.chains().writers());
    for (String writer : writers) {
      List<AuditRow> rows = next(writer, sent);
      for (AuditRow row : rows) {
        connection.send(message.frame(row));
      }
      if (!rows.isEmpty()) {
        sent.put(writer, rows.getLast().seq());
      }
      count += rows.size();
    }
    connection.flush();
    return count;
  }

  private List<AuditRow> next(String writer, Map<String, Long> sent) throws RelyingPartyException {
    long after = sent.getOrDefault(writer, 0L);
    return store.read(records -> records.chains().rows(writer, after, PAGE));
  }

  private Map<String, Long> sent() throws RelyingPartyException {
    return new HashMap<>(store.read(records -> records.chains().sent(target.toString())));
  }

  private void remember(Map<String, Long> sent) throws RelyingPartyException {
    store.write(records -> {
      sent.forEach((writer, upTo) -> records.chains().sent(target.toString(), writer, upTo));
      return sent;
    });
  }

  private void pause(Duration time) {
    try {
      stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String sentence(Exception e) {
    String text = String.valueOf(e.getMessage());
    return text.endsWith(".") ? text : text + ".";
  }
}
