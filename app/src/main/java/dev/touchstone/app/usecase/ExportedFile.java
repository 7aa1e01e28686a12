package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A file that a person asked for, in a place of that person's choice. */
final class ExportedFile {

  private ExportedFile() {}

  static void write(Path file, String text) throws Failure {
    try {
      replace(file, text);
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "%s cannot be written.".formatted(file),
              "",
              "Check that its folder is there, that you may write to it and that there is space"
                  + " left.",
              ""),
          e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      // Such as /dev/stdout, or a link that somebody made to a place elsewhere.
      Files.writeString(file, text);
      return;
    }
    Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    Path draft = Files.createTempFile(folder, ".touchstone-", ".draft");
    try {
      Files.writeString(draft, text);
      PosixFileAttributeView posix =
          Files.getFileAttributeView(draft, PosixFileAttributeView.class);
      if (posix != null) {
        // It is made to be given away, while what else this program writes is its owner's alone.
        posix.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
