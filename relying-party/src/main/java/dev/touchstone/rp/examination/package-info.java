/**
 * Stored credentials looked at again: what was true of them when they were registered need not be
 * true any more.
 *
 * <p>Above it is the facade {@code rp}; below it are the store's ports and {@code attestation}.
 * Start at {@link dev.touchstone.rp.examination.TrustExamination}.
 */
@NullMarked
package dev.touchstone.rp.examination;

import org.jspecify.annotations.NullMarked;
