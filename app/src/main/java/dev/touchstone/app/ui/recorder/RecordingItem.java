package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.usecase.trace.SummariseRecording.Summary;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import java.util.Optional;

/**
 * A recording in the list.
 *
 * @param recording empty for a file that cannot be read
 * @param live whether it is that of this run, still written
 * @param summary what it is about, as soon as that is known
 */
public record RecordingItem(
    Kept kept, Optional<Recording> recording, boolean live, Optional<Summary> summary) {

  RecordingItem with(Summary known) {
    return new RecordingItem(kept, recording, live, Optional.of(known));
  }

  /** What was run, such as {@code sign-in}; empty for the window, or if it cannot be read. */
  String command() {
    return recording.map(it -> it.header().command()).orElse("");
  }

  boolean isSame(RecordingItem other) {
    return kept.id().equals(other.kept.id());
  }
}
