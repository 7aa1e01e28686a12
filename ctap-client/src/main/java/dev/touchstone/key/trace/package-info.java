/**
 * The flight recorder: everything that passes between this program, its keys and the person, on one
 * timeline, without a secret in it. Start at {@code Recorder}, which listens; {@code
 * key.trace.file} keeps and reads recordings, {@code key.trace.export} writes them for others,
 * {@code key.trace.compare} and {@code key.trace.replay} work with them.
 */
@NullMarked
package dev.touchstone.key.trace;

import org.jspecify.annotations.NullMarked;
