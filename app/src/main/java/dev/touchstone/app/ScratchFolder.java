package dev.touchstone.app;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A folder for a moment, for its owner alone. */
final class ScratchFolder {

  private final Path folder;

  private ScratchFolder(Path folder) {
    this.folder = folder;
  }

  static ScratchFolder make() throws Failure {
    try {
      return new ScratchFolder(Files.createTempDirectory("touchstone-"));
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "No temporary folder can be made: %s.".formatted(e.getMessage()),
              "",
              "Check that the system's temporary folder can be written to and has space left.",
              ""),
          e);
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Takes it away; what cannot be deleted is left to the system, which cleans that place. */
  void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(ScratchFolder.class)
          .warn("The temporary folder {} was not deleted", folder, e);
    }
  }
}
