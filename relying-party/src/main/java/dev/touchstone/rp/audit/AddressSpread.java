package dev.touchstone.rp.audit;

import java.time.Instant;

/**
 * A user who signed in from more than one address.
 *
 * @param subject the name of the account
 * @param addresses how many different ones
 * @param signIns how many in all
 * @param first the first of them
 * @param last the last of them
 */
public record AddressSpread(
    String subject, long addresses, long signIns, Instant first, Instant last) {}
