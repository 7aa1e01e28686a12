/**
 * Second opinions: what webauthn4j and webauthn-server-attestation say of virtual keys and of their
 * laboratory's metadata.
 */
@NullMarked
package dev.touchstone.rp.judges;

import org.jspecify.annotations.NullMarked;
