/**
 * Signing keys, passwords and seeds that the relying party keeps: what they are to those who use
 * them, and their encrypted rows. How they are encrypted is in {@code secret.key}, how they are
 * kept in {@code secret.vault}. Start at {@link dev.touchstone.rp.secret.Secrets} and {@link
 * dev.touchstone.rp.secret.SigningKeys}.
 */
@NullMarked
package dev.touchstone.rp.secret;

import org.jspecify.annotations.NullMarked;
