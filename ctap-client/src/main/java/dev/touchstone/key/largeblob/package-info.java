/**
 * The large-blob array of a key (CTAP 2.3 §6.10): read as it is, sealed and opened entry by entry,
 * written so that entries of others stay byte for byte. Above are {@code key.webauthn}, where a
 * website reads and writes its own blob, and {@code key.manage}, where an administrator sees them
 * all; below is {@code key.session}. Start at {@link dev.touchstone.key.largeblob.LargeBlobStore}.
 */
@NullMarked
package dev.touchstone.key.largeblob;

import org.jspecify.annotations.NullMarked;
