/**
 * A class per WebAuthn extension: what of the options goes to the key, and what of the key's answer
 * goes to the relying party. Above is {@code key.webauthn}, which sees them as one in {@link
 * Extensions}; below is {@code key.session}. Start at {@link Extension}.
 */
@NullMarked
package dev.touchstone.key.webauthn.extension;

import org.jspecify.annotations.NullMarked;
