/**
 * Routes of the factors beside passkeys: codes by mail, recovery, one-time passwords of devices.
 * Start at {@link dev.touchstone.rp.http.factor.EmailRoutes}.
 */
@NullMarked
package dev.touchstone.rp.http.factor;

import org.jspecify.annotations.NullMarked;
