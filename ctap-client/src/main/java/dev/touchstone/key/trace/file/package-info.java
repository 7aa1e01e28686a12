/**
 * Recordings on disk: one file per run, only ever appended to. Start at {@code Recording} to read
 * one, at {@code RecordingWriter} to make one; the format is in {@code docs/decisions}. Above is
 * {@code key.trace}, below the vocabulary in {@code key.trace.entry}.
 */
@NullMarked
package dev.touchstone.key.trace.file;

import org.jspecify.annotations.NullMarked;
