/**
 * CBOR with positions. Below {@code key.trace.message}, which knows what the items mean. Start at
 * {@code CborScan}.
 */
@NullMarked
package dev.touchstone.key.trace.cbor;

import org.jspecify.annotations.NullMarked;
