/**
 * An opened key: one command at a time, cancellation, and what is asked of the person. Above are
 * {@code key.webauthn} and the front ends, which implement {@link Interaction}; below is {@code
 * key.ctap}. Start at {@link KeySession}.
 */
@NullMarked
package dev.touchstone.key.session;

import org.jspecify.annotations.NullMarked;
