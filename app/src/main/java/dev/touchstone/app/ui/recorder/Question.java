package dev.touchstone.app.ui.recorder;

import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import java.util.List;

/** What the person is asked on the recorder's screen. */
public sealed interface Question {

  /** Nothing. */
  record None() implements Question {}

  /** What to write, and how. */
  record Export(RecordingItem item) implements Question {}

  /** Whether these are to be deleted. */
  record Delete(List<Kept> preview) implements Question {}
}
