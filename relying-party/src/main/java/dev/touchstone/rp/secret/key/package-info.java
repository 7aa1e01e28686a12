/**
 * The keys under which secrets are encrypted: what they do, and where they are. Start at {@link
 * dev.touchstone.rp.secret.key.EncryptionKeys} and {@link dev.touchstone.rp.secret.key.KeySource}.
 */
@NullMarked
package dev.touchstone.rp.secret.key;

import org.jspecify.annotations.NullMarked;
