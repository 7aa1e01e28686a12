/**
 * Codes that are sent by mail: what they are for, and their rows. How they are made and checked is
 * in {@code factor.email.check}. Start at {@link dev.touchstone.rp.factor.email.Purpose}.
 */
@NullMarked
package dev.touchstone.rp.factor.email;

import org.jspecify.annotations.NullMarked;
