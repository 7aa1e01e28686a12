package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person asked for, in a place of that person's choice. */
final class ExportedFile {

  private ExportedFile() {}

  static void write(Path file, String text) throws Failure {
    try {
      Files.writeString(file, text);
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
}
