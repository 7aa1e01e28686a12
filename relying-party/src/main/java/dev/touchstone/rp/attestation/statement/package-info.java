/**
 * Attestation objects taken apart, and each statement format verified by the clause that defines it
 * (WebAuthn Level 3 §8).
 *
 * <p>Above it are {@code attestation}, which adds trust, and {@code inspect}; below it are {@code
 * attestation.certificate}, {@code cose} and {@code cbor}. Start at {@link
 * dev.touchstone.rp.attestation.statement.StatementFormat}.
 */
@NullMarked
package dev.touchstone.rp.attestation.statement;

import org.jspecify.annotations.NullMarked;
