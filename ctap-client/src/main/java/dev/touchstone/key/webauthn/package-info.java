/**
 * The browser's half of WebAuthn Level 3: options JSON in, response JSON out, with a key in
 * between. Above are the use cases, below {@code key.session}. Start at {@link WebAuthnClient};
 * {@code key.webauthn.option} reads the options, {@code key.webauthn.extension} has a class per
 * extension.
 */
@NullMarked
package dev.touchstone.key.webauthn;

import org.jspecify.annotations.NullMarked;
