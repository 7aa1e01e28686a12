/**
 * The interface by which servers are tested. Below it are {@code body} and the relying party
 * itself. Start at {@link dev.touchstone.rp.http.conformance.ConformanceRoutes}.
 */
@NullMarked
package dev.touchstone.rp.http.conformance;

import org.jspecify.annotations.NullMarked;
