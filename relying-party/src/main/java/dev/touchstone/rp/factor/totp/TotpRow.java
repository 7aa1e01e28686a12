package dev.touchstone.rp.factor.totp;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * The device of an account.
 *
 * @param userHandle whose
 * @param totp how it computes
 * @param secret encrypted
 * @param lastStep no code of this step or an earlier one is accepted
 * @param created when it was made
 * @param confirmed when its first correct code came; until then it is no factor
 */
public record TotpRow(
    Bytes userHandle,
    Totp totp,
    Bytes secret,
    long lastStep,
    Instant created,
    Optional<Instant> confirmed) {}
