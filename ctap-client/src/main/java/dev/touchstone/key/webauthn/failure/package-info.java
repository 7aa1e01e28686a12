/**
 * Why a ceremony could not be done, as far as it is not the key's doing. Everything in {@code
 * key.webauthn} throws these; they know of nothing. Start at {@link WebAuthnException}.
 */
@NullMarked
package dev.touchstone.key.webauthn.failure;

import org.jspecify.annotations.NullMarked;
