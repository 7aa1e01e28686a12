package dev.touchstone.app.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether and how a run is recorded.
 *
 * @param kept whether the recording stays in the data folder
 * @param fileLimit bytes after which a run goes on in another file
 * @param folderLimit bytes of all recordings together; the oldest go first
 * @param trace a file that gets this run's recording as well
 * @param command what is run, without its arguments
 */
public record RecordingSettings(
    boolean kept, long fileLimit, long folderLimit, Optional<Path> trace, String command) {

  /** In bytes. */
  public static final long MEGABYTE = 1_000_000;

  /** What holds until somebody chooses otherwise. */
  public static final RecordingSettings USUAL =
      new RecordingSettings(true, 100 * MEGABYTE, 500 * MEGABYTE, Optional.empty(), "");

  /** The same, but the recording goes when the run ends; a trace that was asked for stays. */
  public RecordingSettings notKept() {
    return new RecordingSettings(false, fileLimit, folderLimit, trace, command);
  }

  /** The same for one command. */
  public RecordingSettings of(String name, Optional<Path> file) {
    return new RecordingSettings(kept, fileLimit, folderLimit, file, name);
  }
}
