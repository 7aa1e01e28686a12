/**
 * Computes the chains of the audit trail again and says which rows are not what they were. Knows
 * rows and checkpoints, not where they are kept: they are handed to {@link
 * dev.touchstone.rp.audit.verify.ChainWalk} one by one, which is the place to start.
 */
@NullMarked
package dev.touchstone.rp.audit.verify;

import org.jspecify.annotations.NullMarked;
