package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.recorder.RunRecording;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.trace.file.RecordingsFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything a front end can do with recordings. */
public final class TraceUseCases {

  private final Shelf shelf;
  private final RunRecording current;
  private final Supplier<KeyRing> ring;
  private final ReplayRecording.Keys keys;

  /**
   * For the recordings of a data folder.
   *
   * @param current that of this run
   * @param ring the keys that something can be replayed to
   * @param keys finds one of them, or makes one for the replay alone
   */
  public TraceUseCases(
      Settings settings, RunRecording current, Supplier<KeyRing> ring, ReplayRecording.Keys keys) {
    this.ring = ring;
    this.keys = keys;
    this.shelf =
        new Shelf(
            new RecordingsFolder(settings.recordings(), settings.recording().folderLimit(), 0));
    this.current = current;
  }

  public ListRecordings listRecordings() {
    return new ListRecordings(shelf);
  }

  public OpenRecording openRecording() {
    return new OpenRecording(shelf);
  }

  public SearchRecordings searchRecordings() {
    return new SearchRecordings(shelf);
  }

  public ExportRecording exportRecording() {
    return new ExportRecording(shelf);
  }

  public CompareRecordings compareRecordings() {
    return new CompareRecordings(shelf);
  }

  /** Looks for keys when it is asked for. */
  public ReplayRecording replayRecording() {
    return new ReplayRecording(shelf, ring.get(), keys);
  }

  public DeleteRecordings deleteRecordings() {
    return new DeleteRecordings(shelf, current::file);
  }

  public SaveTrace saveTrace() {
    return new SaveTrace(current);
  }

  public SummariseRecording summariseRecording() {
    return new SummariseRecording();
  }

  /** The file of this run, if something was recorded; it is still written. */
  public Optional<Path> current() {
    return current.file();
  }
}
