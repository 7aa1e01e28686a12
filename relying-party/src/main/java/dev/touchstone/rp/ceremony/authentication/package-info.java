/**
 * Verifying an authentication assertion (WebAuthn Level 3 §7.2), from options to the updated
 * credential. Below: the checks and the library. Start at {@link
 * dev.touchstone.rp.ceremony.authentication.Authentication}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.authentication;

import org.jspecify.annotations.NullMarked;
