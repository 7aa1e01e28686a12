/**
 * How often strangers may try. Knows nothing of HTTP. Start at {@link
 * dev.touchstone.rp.limit.Allowances}.
 */
@NullMarked
package dev.touchstone.rp.limit;

import org.jspecify.annotations.NullMarked;
