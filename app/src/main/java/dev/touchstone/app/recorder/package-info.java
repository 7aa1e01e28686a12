/**
 * The recording of this run of the program: begun when the first key is opened, ended with the
 * program. Below the use cases; above the flight recorder of {@code key.trace}. Start with {@link
 * dev.touchstone.app.recorder.RunRecording}.
 */
@NullMarked
package dev.touchstone.app.recorder;

import org.jspecify.annotations.NullMarked;
