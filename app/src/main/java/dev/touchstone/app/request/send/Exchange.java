package dev.touchstone.app.request.send;

import java.time.Duration;
import java.util.List;

/**
 * A request that was answered, and all redirects on the way.
 *
 * @param hops at least one; the last one's answer counts
 * @param notFollowed why a redirect at the end was not followed; empty if there was none, or nobody
 *     wanted it to be
 */
public record Exchange(List<Hop> hops, String notFollowed) {

  public Exchange {
    hops = List.copyOf(hops);
  }

  /** The last one. */
  public Hop last() {
    return hops.getLast();
  }

  /** The answer that counts. */
  public Answer answer() {
    return last().answer();
  }

  /** From the first look-up of a name to the last byte. */
  public Duration total() {
    return hops.stream().map(it -> it.timing().total()).reduce(Duration.ZERO, Duration::plus);
  }
}
