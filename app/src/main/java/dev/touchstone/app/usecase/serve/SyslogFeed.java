package dev.touchstone.app.usecase.serve;

import dev.touchstone.rp.admin.SyslogFollower;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the audit trail to a receiver for as long as the server runs. Nobody waits for it; what it
 * has to say of the receiver goes to the log.
 */
public final class SyslogFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SyslogFeed.class);

  /** Ctrl-C leaves a program two seconds; what was not sent is sent after the next start. */
  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  private final SyslogFollower follower;
  private final Thread thread;

  private SyslogFeed(SyslogFollower follower) {
    this.follower = follower;
    this.thread =
        Thread.ofVirtual().name("audit-syslog").unstarted(() -> follower.follow(LOG::info));
  }

  static SyslogFeed start(SyslogFollower follower) {
    SyslogFeed feed = new SyslogFeed(follower);
    feed.thread.start();
    return feed;
  }

  /** Sends what is there by now, if the receiver takes it at once. */
  @Override
  public void close() {
    follower.stop();
    try {
      if (!thread.join(LAST_WORDS)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
