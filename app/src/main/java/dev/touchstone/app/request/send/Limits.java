package dev.touchstone.app.request.send;

import java.time.Duration;

/**
 * How much of a server is borne.
 *
 * @param patience from the beginning of an exchange to its last byte, redirects included
 * @param body bytes of a body, both as they are received and unpacked
 * @param redirects that are followed, at most
 */
public record Limits(Duration patience, int body, int redirects) {

  /** Bytes of all header fields together. */
  static final int HEAD = 256 * 1024;

  /** Answers of status 1xx before the one that counts. */
  static final int INTERIM = 16;

  /** Half a minute, sixteen megabytes, ten redirects. */
  public static Limits usual() {
    return new Limits(Duration.ofSeconds(30), 16 << 20, 10);
  }

  /** The same with other patience. */
  public Limits within(Duration other) {
    return new Limits(other, body, redirects);
  }

  /** The same for other bodies. */
  public Limits ofBody(int bytes) {
    return new Limits(patience, bytes, redirects);
  }
}
