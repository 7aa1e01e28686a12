package dev.touchstone.rp.mail.delivery;

import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mail while a server runs: at once when it is told of some, and every few seconds anyway.
 */
public final class Postman implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  /** A server that is told to stop has little time, and a mail server may take all of it. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /** Another replica, or a command in a terminal, may have put something into the queue. */
  private static final Duration ROUND = Duration.ofSeconds(5);

  private final MailDesk desk;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;
  private String lastComplaint = "";

  private Postman(MailDesk desk) {
    this.desk = desk;
    this.thread = Thread.ofPlatform().name("mail").daemon().unstarted(this::walk);
  }

  static Postman start(MailDesk desk) {
    Postman postman = new Postman(desk);
    postman.thread.start();
    return postman;
  }

  /** There may be mail. */
  public void tell() {
    news.release();
  }

  private void walk() {
    while (!closed) {
      try {
        complain(desk.deliver(() -> closed).unreachable().orElse(""));
      } catch (RelyingPartyException | RuntimeException e) {
        complain(String.valueOf(e.getMessage()));
      }
      try {
        boolean _ = news.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Once for as long as it is the same. */
  private void complain(String what) {
    // at the end the store may be closed already, which is no news
    if (!closed && !what.isEmpty() && !what.equals(lastComplaint)) {
      LOG.warn("Mail waits: {}", what);
    }
    lastComplaint = what;
  }

  /** Begins no other letter. */
  public void stop() {
    closed = true;
    news.release();
  }

  /**
   * Ends after the letter that is being sent, or without it if that takes long: it is sent again
   * when nobody has told for a while what became of it.
   */
  @Override
  public void close() {
    stop();
    try {
      boolean _ = thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
