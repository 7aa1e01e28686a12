package dev.touchstone.rp.factor.email;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;

/**
 * A code that was sent.
 *
 * @param id 128 random bits, base64url
 * @param purpose what it is good for
 * @param subject for whom: the address in lower case, and the account where there is one
 * @param digest HMAC-SHA256 of all that and the code
 * @param tooLong whether nobody can guess it
 * @param created when it was made
 * @param expires no longer good from then on
 */
public record StoredCode(
    String id,
    Purpose purpose,
    String subject,
    Bytes digest,
    boolean tooLong,
    Instant created,
    Instant expires) {}
