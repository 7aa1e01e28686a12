package dev.touchstone.key.trace.replay;

/**
 * A command of a recording, and what becomes of it in a replay.
 *
 * @param index in the recording
 * @param reply index of its reply; -1 if there was none
 * @param title of the command
 * @param obstacle why it is not sent, in a sentence; empty when it is
 * @param changes whether it changes the key: adds or deletes something, or counts
 */
public record Step(int index, int reply, String title, String obstacle, boolean changes) {

  /** Whether it is sent. */
  public boolean isSent() {
    return obstacle.isEmpty();
  }
}
