package dev.touchstone.app.remote;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server gives out after a sign-in (RFC 6749 §5.1).
 *
 * @param user whom it signed in, in its own words
 * @param access goes along with requests
 * @param refresh exchanged for the next two, once; empty if none was asked for or given
 * @param lifetime how long the access token is good; empty if the server does not say
 */
public record IssuedTokens(
    String user, String access, Optional<String> refresh, Optional<Duration> lifetime) {

  @Override
  public String toString() {
    return "Tokens of " + user;
  }
}
