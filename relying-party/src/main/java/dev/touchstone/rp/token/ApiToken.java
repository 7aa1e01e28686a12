package dev.touchstone.rp.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token by which a script acts for somebody.
 *
 * @param id by which it is listed and revoked
 * @param userHandle whose it is
 * @param name what its owner calls it
 * @param scopes what it may be used for
 * @param audience whom it is for: the RP ID, or the name of another service
 * @param issued when it was made
 * @param expires when it ends
 * @param lastUsed to the minute; empty if never
 * @param address from where that was
 * @param revoked when it was taken back; empty if it was not
 */
public record ApiToken(
    String id,
    String userHandle,
    String name,
    Set<Scope> scopes,
    String audience,
    Instant issued,
    Instant expires,
    Optional<Instant> lastUsed,
    String address,
    Optional<Instant> revoked)
    implements Token {

  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public Optional<Proof> proof() {
    return Optional.empty();
  }

  /** Whether it is good at this time. */
  public boolean isGood(Instant now) {
    return revoked.isEmpty() && now.isBefore(expires);
  }
}
