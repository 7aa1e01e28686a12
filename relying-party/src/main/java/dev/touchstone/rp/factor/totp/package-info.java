/**
 * One-time passwords that a device computes from a shared secret and the time (RFC 6238, RFC 4226).
 * This package knows no store but by its port {@link dev.touchstone.rp.factor.totp.TotpRows};
 * accounts and their devices are in {@code factor.totp.account}. Start at {@link
 * dev.touchstone.rp.factor.totp.Totp}.
 */
@NullMarked
package dev.touchstone.rp.factor.totp;

import org.jspecify.annotations.NullMarked;
