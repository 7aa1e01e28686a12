/**
 * COSE keys and signature algorithms (RFC 9052, RFC 9053), and the IANA names of their numbers.
 *
 * <p>Above it are {@code attestation} and {@code inspect}; below it is {@code cbor}. Start at
 * {@link dev.touchstone.rp.cose.CoseKey}.
 */
@NullMarked
package dev.touchstone.rp.cose;

import org.jspecify.annotations.NullMarked;
