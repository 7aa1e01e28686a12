package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the recordings that are kept. */
public final class ListRecordings {

  private final Shelf shelf;

  ListRecordings(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * A recording in the list.
   *
   * @param recording empty for a file that cannot be read
   */
  public record Listed(Kept kept, Optional<Recording> recording) {}

  /**
   * The newest first.
   *
   * @throws Failure if the folder cannot be read
   */
  public List<Listed> run() throws Failure {
    List<Listed> all = new ArrayList<>();
    for (Kept kept : shelf.list()) {
      all.add(new Listed(kept, read(kept)));
    }
    return all;
  }

  private static Optional<Recording> read(Kept kept) {
    try {
      return Optional.of(Recording.open(kept.file()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
