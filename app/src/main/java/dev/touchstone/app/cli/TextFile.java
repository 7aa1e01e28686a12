package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of text that a person names. */
final class TextFile {

  /** More than anybody writes by hand. */
  private static final long LARGEST = 1_000_000;

  private TextFile() {}

  /**
   * Reads it as UTF-8.
   *
   * @throws Failure if it is not there, too large, or no text
   */
  static String read(Path file) throws Failure {
    try {
      if (Files.size(file) > LARGEST) {
        throw refused("The file %s is too large.".formatted(file));
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw refused("The file %s is no text in UTF-8.".formatted(file));
    } catch (IOException e) {
      throw refused("The file %s cannot be read.".formatted(file));
    }
  }

  private static Failure refused(String sentence) {
    return new Failure(
        new Advice(Advice.Kind.USAGE, sentence, "Nothing was changed.", "Check its name.", ""));
  }
}
