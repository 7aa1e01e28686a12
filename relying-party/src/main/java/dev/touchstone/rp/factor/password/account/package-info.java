/**
 * The passwords of accounts, which sign in only together with a device for one-time passwords, and
 * only where an operator allows it. Start at {@link
 * dev.touchstone.rp.factor.password.account.Passwords}.
 */
@NullMarked
package dev.touchstone.rp.factor.password.account;

import org.jspecify.annotations.NullMarked;
