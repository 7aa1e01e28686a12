package dev.touchstone.rp.desk;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;

/**
 * Somebody who signed in to the console.
 *
 * @param digest SHA-256 of the secret that whoever signed in holds, base64url
 * @param userHandle who
 * @param begun when
 * @param seen when it was last used
 */
public record OperatorSession(String digest, Bytes userHandle, Instant begun, Instant seen) {}
