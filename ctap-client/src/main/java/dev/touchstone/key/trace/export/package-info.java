/**
 * Recordings for others: as JSON, as text for a bug report, as pcapng for Wireshark. Start at
 * {@code Format}. Below are {@code key.trace.file} and the words in {@code key.trace.message}.
 */
@NullMarked
package dev.touchstone.key.trace.export;

import org.jspecify.annotations.NullMarked;
