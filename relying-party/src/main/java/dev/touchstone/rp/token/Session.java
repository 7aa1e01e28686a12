package dev.touchstone.rp.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A sign-in that goes on by refresh tokens, one after the other: what RFC 9700 §4.14.2 calls their
 * family.
 *
 * @param id {@code sid} of its access tokens
 * @param userHandle whose it is
 * @param proof how it began
 * @param scopes what its access tokens may be used for
 * @param number of the refresh token that counts now, from 0
 * @param used when its last token was issued
 * @param address from where that was asked for
 * @param agent by which program
 * @param expires unless it is used before
 * @param last when it ends, however it is used
 * @param ended when it was ended before its time; empty if it was not
 * @param why it was ended, half a sentence
 */
public record Session(
    String id,
    String userHandle,
    Proof proof,
    Set<Scope> scopes,
    long number,
    Instant used,
    String address,
    String agent,
    Instant expires,
    Instant last,
    Optional<Instant> ended,
    String why) {

  public Session {
    scopes = Set.copyOf(scopes);
  }

  /** Whether it goes on at this time. */
  public boolean isGood(Instant now) {
    return ended.isEmpty() && now.isBefore(expires);
  }

  /** The same with its next refresh token. */
  public Session next(Instant now, String from, String by, Instant until) {
    return new Session(
        id, userHandle, proof, scopes, number + 1, now, from, by, until, last, ended, why);
  }
}
