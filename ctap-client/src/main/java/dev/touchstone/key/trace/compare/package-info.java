/**
 * Two recordings side by side: what differs between the key that works and the one that does not.
 * Start at {@code Comparison}.
 */
@NullMarked
package dev.touchstone.key.trace.compare;

import org.jspecify.annotations.NullMarked;
