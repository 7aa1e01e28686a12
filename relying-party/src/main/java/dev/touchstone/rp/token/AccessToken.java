package dev.touchstone.rp.token;

import java.time.Instant;

/**
 * What an access token says, once its signature has been checked. Role and names are in it for
 * others to read; here they are read from the store, where they are of today.
 *
 * @param id {@code jti}
 * @param userHandle {@code sub}: the account's id, base64url
 * @param issued {@code iat}: when its owner signed in
 * @param expires {@code exp}
 */
public record AccessToken(String id, String userHandle, Instant issued, Instant expires) {}
