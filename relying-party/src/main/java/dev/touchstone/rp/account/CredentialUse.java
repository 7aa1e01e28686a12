package dev.touchstone.rp.account;

import java.time.Instant;

/**
 * One accepted use of a credential, its registration included.
 *
 * @param when it was
 * @param signCount the counter as received
 * @param backedUp flag BS as received
 * @param address from where; empty for this computer
 */
public record CredentialUse(Instant when, long signCount, boolean backedUp, String address) {}
