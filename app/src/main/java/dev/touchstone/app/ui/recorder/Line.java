package dev.touchstone.app.ui.recorder;

/**
 * A row of the timeline.
 *
 * @param entry index in the recording
 * @param times how many entries, from that one on, are folded into it
 */
public record Line(int entry, int times) {}
