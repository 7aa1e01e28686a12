/**
 * What is answered when something went wrong: problem documents (RFC 9457) with a stable code.
 * Below every other package of the API. Start at {@link dev.touchstone.rp.http.problem.Problem}.
 */
@NullMarked
package dev.touchstone.rp.http.problem;

import org.jspecify.annotations.NullMarked;
