/**
 * The vocabulary of CTAP 2.3: one sealed record per command with its nested {@code Reply}, the
 * status codes, and why a key did not do what it was asked. No bytes on a wire here: {@code
 * key.ctap.yubikit} below turns these into CBOR. Start at {@link CtapCommand}.
 */
@NullMarked
package dev.touchstone.key.ctap;

import org.jspecify.annotations.NullMarked;
