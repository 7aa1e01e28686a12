/**
 * The flight recorder's screen: the recordings that are kept, the timeline of one of them, what is
 * in an entry, and what can be done with a recording.
 *
 * <p>Above: {@code app.ui}, which puts the screens into the window. Below: {@code
 * app.usecase.trace}, the recordings of {@code key.trace}, and {@code app.ui.kit}. Start at {@code
 * RecorderViewModel}, then {@code TimelineViewModel}; a timeline of a million entries is {@code
 * Rows}, two numbers a row, from which {@code Lines} makes what is in view.
 */
@NullMarked
package dev.touchstone.app.ui.recorder;

import org.jspecify.annotations.NullMarked;
