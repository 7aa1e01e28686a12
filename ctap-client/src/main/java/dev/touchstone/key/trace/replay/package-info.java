/**
 * Sends the commands of a recording to a key once more, those that can be sent. Start at {@code
 * Replay}.
 */
@NullMarked
package dev.touchstone.key.trace.replay;

import org.jspecify.annotations.NullMarked;
