package dev.touchstone.rp.token;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that signs or has signed access tokens, as it is stored.
 *
 * @param id {@code kid}
 * @param algorithm by which it signs, such as {@code ES256}
 * @param secret encrypted
 * @param created when it was made
 * @param retired since when it signs no more; empty while it does
 * @param ends when the last token that it signed is over
 */
public record TokenKeyRow(
    String id,
    String algorithm,
    Bytes secret,
    Instant created,
    Optional<Instant> retired,
    Optional<Instant> ends) {

  /** Whether a token that it signed may still be good at this time. */
  public boolean counts(Instant now) {
    return ends.isEmpty() || now.isBefore(ends.get());
  }
}
