package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.recorder.RunRecording;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.trace.file.RecordingsFolder;
import dev.touchstone.key.transport.KeyDevice;
import java.util.function.Supplier;

/** Everything a front end can do with recordings. */
public final class TraceUseCases {

  private final Shelf shelf;
  private final RunRecording current;
  private final Supplier<KeyRing> ring;
  private final Supplier<KeyDevice> scratchKey;

  /**
   * For the recordings of a data folder.
   *
   * @param current that of this run
   * @param ring the keys that something can be replayed to
   * @param scratchKey a new virtual key that touches itself and keeps nothing
   */
  public TraceUseCases(
      Settings settings,
      RunRecording current,
      Supplier<KeyRing> ring,
      Supplier<KeyDevice> scratchKey) {
    this.ring = ring;
    this.scratchKey = scratchKey;
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
    return new ReplayRecording(shelf, ring.get(), scratchKey);
  }

  public DeleteRecordings deleteRecordings() {
    return new DeleteRecordings(shelf, current::file);
  }

  public SaveTrace saveTrace() {
    return new SaveTrace(current);
  }
}
