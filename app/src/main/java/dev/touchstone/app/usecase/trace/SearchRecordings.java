package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Looks for something in all recordings that are kept. */
public final class SearchRecordings {

  private final Shelf shelf;

  SearchRecordings(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * Where it is.
   *
   * @param id of the recording
   * @param entries indexes of the entries, in their order
   */
  @SuppressWarnings("ArrayRecordComponent") // there may be a million; nobody compares them
  public record Found(String id, Recording recording, int[] entries) {}

  /**
   * Looks in the newest first; one that cannot be read has nothing in it.
   *
   * @param stop says when nobody wants the answer any more
   * @throws Failure if the folder cannot be read
   */
  public List<Found> run(Filter filter, BooleanSupplier stop) throws Failure {
    List<Found> found = new ArrayList<>();
    for (Kept kept : shelf.list()) {
      try {
        Recording recording = Recording.open(kept.file());
        int[] entries = filter.in(recording, stop);
        if (entries.length > 0) {
          found.add(new Found(kept.id(), recording, entries));
        }
      } catch (IOException e) {
        // 'trace list' says which one cannot be read
      }
    }
    return found;
  }
}
