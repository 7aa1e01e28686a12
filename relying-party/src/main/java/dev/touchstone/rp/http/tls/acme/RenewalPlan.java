package dev.touchstone.rp.http.tls.acme;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** When a certificate is renewed, and when an attempt that failed is made again. */
final class RenewalPlan {

  /** Let's Encrypt allows five failed validations of a name in an hour. */
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);

  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private RenewalPlan() {}

  /** A third of the lifetime before its end, as Let's Encrypt recommends. */
  static Instant due(X509Certificate certificate) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    return until.minus(Duration.between(from, until).dividedBy(3));
  }

  /**
   * How long to leave the authority alone: twice as long after each failure.
   *
   * @param failures in a row, at least one
   */
  static Duration pause(int failures) {
    int doublings = Math.min(failures - 1, 10);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
