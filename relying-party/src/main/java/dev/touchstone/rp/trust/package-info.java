/**
 * Whom all replicas at one store trust: what each has in files of its own, and what is stored for
 * all of them, the metadata and the policy.
 *
 * <p>Above it is the relying party; below it are the store's ports, {@code attestation.mds} and
 * {@code attestation.policy}. Start at {@link dev.touchstone.rp.trust.StoredTrust}.
 */
@NullMarked
package dev.touchstone.rp.trust;

import org.jspecify.annotations.NullMarked;
