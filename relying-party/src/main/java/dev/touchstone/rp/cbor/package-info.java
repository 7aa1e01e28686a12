/**
 * CBOR read with care (RFC 8949): one item at a place, its depth limited, and every fault named
 * with its offset.
 *
 * <p>Above it are {@code attestation} and {@code inspect}; below it is only the CBOR library. Start
 * at {@link dev.touchstone.rp.cbor.CborItem#read}.
 */
@NullMarked
package dev.touchstone.rp.cbor;

import org.jspecify.annotations.NullMarked;
