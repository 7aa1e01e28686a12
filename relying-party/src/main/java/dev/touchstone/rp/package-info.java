/**
 * The relying party inside the program: its facade, its settings, and the one place that puts the
 * module together. Above it are {@code http} and the use cases of the program; below it {@code
 * ceremony}, {@code attestation}, {@code admin}, {@code audit}, {@code account}, {@code secret},
 * and, opened only here, {@code store}. Start at {@link dev.touchstone.rp.RelyingParty}.
 */
@NullMarked
package dev.touchstone.rp;

import org.jspecify.annotations.NullMarked;
