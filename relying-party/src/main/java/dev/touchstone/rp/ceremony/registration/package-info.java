/**
 * Registering a new credential (WebAuthn Level 3 §7.1), from options to the stored credential.
 * Below: the checks, the statements, the library. Start at {@link
 * dev.touchstone.rp.ceremony.registration.Registration}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.registration;

import org.jspecify.annotations.NullMarked;
