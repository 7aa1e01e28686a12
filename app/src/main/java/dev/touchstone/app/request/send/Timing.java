package dev.touchstone.app.request.send;

import java.time.Duration;

/**
 * Where the time went, one phase after the other.
 *
 * @param name until the name was looked up
 * @param connect until the connection stood (TCP)
 * @param tls until TLS was agreed on; zero without
 * @param sending until the request was written
 * @param waiting until the first byte of the answer
 * @param receiving until its last
 */
public record Timing(
    Duration name,
    Duration connect,
    Duration tls,
    Duration sending,
    Duration waiting,
    Duration receiving) {

  /** All of it. */
  public Duration total() {
    return name.plus(connect).plus(tls).plus(sending).plus(waiting).plus(receiving);
  }
}
