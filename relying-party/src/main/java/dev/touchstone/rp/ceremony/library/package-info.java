/**
 * webauthn-server-core as the judge: the only package that speaks of {@code com.yubico.webauthn},
 * apart from the trust anchors. Above: the two ceremonies. Start at {@link
 * dev.touchstone.rp.ceremony.library.Library}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.library;

import org.jspecify.annotations.NullMarked;
