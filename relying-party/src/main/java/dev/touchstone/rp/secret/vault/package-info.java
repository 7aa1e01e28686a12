/**
 * Secrets in the store, encrypted, and the signing keys among them. Only the assembly in {@code
 * dev.touchstone.rp} names it. Start at {@link dev.touchstone.rp.secret.vault.Vault}.
 */
@NullMarked
package dev.touchstone.rp.secret.vault;

import org.jspecify.annotations.NullMarked;
