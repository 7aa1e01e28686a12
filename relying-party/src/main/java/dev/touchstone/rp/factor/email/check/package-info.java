/**
 * Codes sent by mail at work: made, sent, guessed at, accepted. The limits and their arithmetic are
 * in {@code docs/decisions/guessing-codes.md}. Start at {@link
 * dev.touchstone.rp.factor.email.check.EmailVerification}.
 */
@NullMarked
package dev.touchstone.rp.factor.email.check;

import org.jspecify.annotations.NullMarked;
