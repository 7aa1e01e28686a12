package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Deletes recordings that are kept. */
public final class DeleteRecordings {

  private final Shelf shelf;
  private final Supplier<Optional<Path>> current;

  DeleteRecordings(Shelf shelf, Supplier<Optional<Path>> current) {
    this.shelf = shelf;
    this.current = current;
  }

  /**
   * Looks, changes nothing.
   *
   * @param ids as {@link OpenRecording#run}, but no files elsewhere; empty for all but that of this
   *     run
   * @return what would be gone
   * @throws Failure if there is none of an id
   */
  public List<Kept> preview(List<String> ids) throws Failure {
    if (ids.isEmpty()) {
      Optional<Path> now = current.get();
      return shelf.list().stream().filter(it -> !now.equals(Optional.of(it.file()))).toList();
    }
    List<Kept> named = new ArrayList<>();
    for (String id : ids) {
      named.add(shelf.kept(id));
    }
    return named;
  }

  /**
   * Deletes them.
   *
   * @return what is gone
   * @throws Failure if there is none of an id, or one cannot be deleted
   */
  public List<Kept> apply(List<String> ids) throws Failure {
    List<Kept> gone = preview(ids);
    for (Kept kept : gone) {
      try {
        Files.deleteIfExists(kept.file());
      } catch (IOException e) {
        throw ExportRecording.unwritable(kept.file(), e);
      }
    }
    return gone;
  }
}
