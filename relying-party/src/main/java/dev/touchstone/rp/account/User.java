package dev.touchstone.rp.account;

import java.time.Instant;
import java.util.Optional;

/**
 * An account.
 *
 * @param handle the WebAuthn user handle, base64url
 * @param name unique
 * @param displayName what screens call it
 * @param created when it was made
 * @param lastSignIn the last accepted authentication
 * @param credentials how many credentials it has
 */
public record User(
    String handle,
    String name,
    String displayName,
    Instant created,
    Optional<Instant> lastSignIn,
    int credentials) {}
