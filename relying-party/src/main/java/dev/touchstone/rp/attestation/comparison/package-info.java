/**
 * A key's own word held against its vendor's: authenticatorGetInfo and the metadata statement.
 *
 * <p>Above it is the use case that has both; below it is {@code attestation.metadata}. Start at
 * {@link dev.touchstone.rp.attestation.comparison.StatementComparison}.
 */
@NullMarked
package dev.touchstone.rp.attestation.comparison;

import org.jspecify.annotations.NullMarked;
