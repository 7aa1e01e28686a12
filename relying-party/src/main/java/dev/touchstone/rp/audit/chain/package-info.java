/**
 * What makes a change of the audit trail found: each row holds the hash of the one before it, and
 * now and then the end of the chain is signed. The store computes the hashes as it writes; {@code
 * dev.touchstone.rp.audit.verify} computes them again. Start at {@link
 * dev.touchstone.rp.audit.chain.RowHash}.
 */
@NullMarked
package dev.touchstone.rp.audit.chain;

import org.jspecify.annotations.NullMarked;
