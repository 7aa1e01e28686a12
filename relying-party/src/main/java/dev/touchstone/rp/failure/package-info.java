/**
 * Why the relying party could not do what it was asked for. Below every other package of the
 * module, so that all of them can throw it; start at {@link
 * dev.touchstone.rp.failure.RelyingPartyException}.
 */
@NullMarked
package dev.touchstone.rp.failure;

import org.jspecify.annotations.NullMarked;
