package dev.touchstone.key.trace.file;

import java.io.IOException;

/** A file that is no recording, or whose beginning is gone. The message is for a person. */
public final class RecordingUnreadable extends IOException {
  public RecordingUnreadable(String message) {
    super(message);
  }
}
