/**
 * The devices of accounts that compute one-time passwords, and the recovery codes beside them.
 * Start at {@link dev.touchstone.rp.factor.totp.account.TotpDevices}.
 */
@NullMarked
package dev.touchstone.rp.factor.totp.account;

import org.jspecify.annotations.NullMarked;
