/**
 * The vocabulary of a recording: what stands on its timeline, with every secret covered. Start at
 * {@code Entry}; {@code key.trace.file} keeps entries, {@code key.transport.trace} makes them.
 */
@NullMarked
package dev.touchstone.key.trace.entry;

import org.jspecify.annotations.NullMarked;
