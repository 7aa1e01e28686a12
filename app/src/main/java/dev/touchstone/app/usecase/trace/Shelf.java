package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.file.RecordingUnreadable;
import dev.touchstone.key.trace.file.RecordingsFolder;
import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The recordings of the data folder, found by what people type. */
record Shelf(RecordingsFolder folder) {

  /** Stands for the newest recording. */
  static final String LAST = "last";

  List<Kept> list() throws Failure {
    try {
      return folder.list();
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "The folder %s cannot be read.".formatted(folder.folder()),
              "",
              "Check that you may read it.",
              ""),
          e);
    }
  }

  /** The one of that id, or the only one whose id begins so. */
  Kept kept(String id) throws Failure {
    List<Kept> all = list();
    if (id.equals(LAST) && !all.isEmpty()) {
      return all.getFirst();
    }
    List<Kept> matching = all.stream().filter(it -> it.id().startsWith(id)).toList();
    for (Kept kept : matching) {
      if (kept.id().equals(id) || matching.size() == 1) {
        return kept;
      }
    }
    throw usage(
        matching.isEmpty()
            ? "There is no recording '%s'.".formatted(id)
            : "%d recordings begin with '%s'.".formatted(matching.size(), id),
        "'touchstone trace list' shows what there is; 'last' is the newest.");
  }

  /** A recording by its id, or by the file that it is. */
  Recording open(String name) throws Failure {
    Path file = file(name);
    try {
      return Recording.open(file);
    } catch (RecordingUnreadable e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              String.valueOf(e.getMessage()),
              "",
              "Recordings are files that this program made, in its data folder or with --trace FILE.trace.",
              ""),
          e);
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "The recording %s cannot be read.".formatted(file),
              "",
              "Check that it is there and that you may read it.",
              ""),
          e);
    }
  }

  private Path file(String name) throws Failure {
    try {
      Path path = Path.of(name);
      return Files.isRegularFile(path) ? path : kept(name).file();
    } catch (InvalidPathException e) {
      return kept(name).file();
    }
  }

  static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "", next, ""));
  }
}
