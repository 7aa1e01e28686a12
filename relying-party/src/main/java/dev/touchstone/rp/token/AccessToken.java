package dev.touchstone.rp.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token says, once its signature has been checked. Role and names are in it for
 * others to read; here they are read from the store, where they are of today.
 *
 * @param id {@code jti}
 * @param userHandle {@code sub}: the account's id, base64url
 * @param issued {@code iat}, to the second
 * @param after {@code cutoff}: up to which cut-off of the account the token was not touched. Two
 *     instants are compared for nothing else than which of them came from the store later, so that
 *     neither the seconds of {@code iat} nor the clocks of replicas play a part
 * @param expires {@code exp}
 * @param audience {@code aud}
 * @param scopes what it may be used for
 * @param proof {@code amr} and {@code auth_time}
 * @param session {@code sid}: the session that issued it; empty for one without refresh tokens
 * @param keyId {@code kid}: which key signed it
 */
public record AccessToken(
    String id,
    String userHandle,
    Instant issued,
    Instant after,
    Instant expires,
    String audience,
    Set<Scope> scopes,
    Optional<Proof> proof,
    Optional<String> session,
    String keyId)
    implements Token {

  public AccessToken {
    scopes = Set.copyOf(scopes);
  }
}
