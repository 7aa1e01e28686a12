/**
 * The person is verified: by the key itself or by a PIN, in return for a token that lives as long
 * as one ceremony. Above is {@code key.webauthn}, below {@code key.session}. Start at {@link
 * UserVerification}.
 */
@NullMarked
package dev.touchstone.key.session.uv;

import org.jspecify.annotations.NullMarked;
