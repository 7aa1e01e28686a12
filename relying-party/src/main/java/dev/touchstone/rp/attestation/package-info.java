/**
 * Attestation explained: who made the authenticator, and whether that is proven.
 *
 * <p>Above it are {@code ceremony} and {@code inspect}; below it are {@code attestation.statement}
 * and {@code attestation.certificate}. Start at {@link
 * dev.touchstone.rp.attestation.AttestationExplainer}.
 */
@NullMarked
package dev.touchstone.rp.attestation;

import org.jspecify.annotations.NullMarked;
