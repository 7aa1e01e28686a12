package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.recorder.RunRecording;
import dev.touchstone.key.trace.export.Format;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the recording of this run into the file that was asked for with {@code --trace}. */
public final class SaveTrace {

  private final RunRecording run;

  SaveTrace(RunRecording run) {
    this.run = run;
  }

  /**
   * Makes sure, before a key is touched for it, that the file can be written.
   *
   * @throws Failure if not
   */
  public void prepare(Path file) throws Failure {
    Path folder = file.toAbsolutePath().getParent();
    boolean there = Files.exists(file);
    boolean possible =
        there
            ? Files.isWritable(file) && !Files.isDirectory(file)
            : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    if (!possible) {
      throw Shelf.usage(
          "The trace cannot be written to %s; nothing was done.".formatted(file),
          "Name a file in a folder that is there and that you may write to.");
    }
  }

  /**
   * Writes what happened so far, in the format that the file's name asks for. A text leaves
   * people's names out.
   *
   * @throws Failure if it cannot be written, or nothing could be recorded
   */
  public void run(Path file) throws Failure {
    try {
      Recording recording = Recording.open(run.written());
      Format format = Format.of(file.getFileName().toString());
      ExportRecording.write(
          recording,
          Filter.ALL.in(recording, () -> false),
          format,
          format == Format.TEXT ? Names.HIDDEN : Names.SHOWN,
          file);
    } catch (IOException e) {
      throw ExportRecording.unwritable(file, e);
    }
  }
}
