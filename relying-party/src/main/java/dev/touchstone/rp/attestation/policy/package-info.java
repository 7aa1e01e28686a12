/**
 * Which authenticators a relying party takes, and whom it trusts: its own decision, where the
 * specifications end (WebAuthn Level 3 §7.1 step 24).
 *
 * <p>Above it are the ceremonies and the examination of stored credentials; below it are {@code
 * attestation} and {@code attestation.metadata}. Start at {@link
 * dev.touchstone.rp.attestation.policy.TrustPolicy}.
 */
@NullMarked
package dev.touchstone.rp.attestation.policy;

import org.jspecify.annotations.NullMarked;
