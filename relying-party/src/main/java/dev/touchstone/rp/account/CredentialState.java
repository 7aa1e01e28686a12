package dev.touchstone.rp.account;

import java.time.Instant;
import java.util.Optional;

/**
 * What may change in a credential record between two sign-ins, and what a verdict therefore rests
 * on beside the response.
 *
 * @param signCount the counter at the last ceremony
 * @param backedUp flag BS at the last ceremony
 * @param userVerified whether user verification was ever performed
 * @param possibleClone whether the counter ever went back
 * @param lastUsed the last accepted authentication
 * @param lost since when its owner says that the key is lost
 */
public record CredentialState(
    long signCount,
    boolean backedUp,
    boolean userVerified,
    boolean possibleClone,
    Optional<Instant> lastUsed,
    Optional<Instant> lost) {}
