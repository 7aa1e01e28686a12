/**
 * Requests from and to the command lines of curl, as browsers copy them and documents show them.
 */
@NullMarked
package dev.touchstone.app.request.curl;

import org.jspecify.annotations.NullMarked;
