/** One-time passwords against the vectors of their specifications. */
@NullMarked
package dev.touchstone.rp.factor.totp;

import org.jspecify.annotations.NullMarked;
