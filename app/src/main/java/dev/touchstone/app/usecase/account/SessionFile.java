package dev.touchstone.app.usecase.account;

import dev.touchstone.app.remembered.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands for the session of an operator, in a file that only its owner may read: each command
 * of a terminal is a process of its own, and so is the window.
 *
 * @param path the file
 */
public record SessionFile(Path path) {

  /** In the data folder. */
  public static SessionFile in(Path data) {
    return new SessionFile(data.resolve("operator-session"));
  }

  Optional<String> read() throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty(); // perhaps its folder cannot be made; whoever needs that says so
    }
    try {
      return Optional.of(Files.readString(path, StandardCharsets.US_ASCII).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  void write(String secret) throws IOException {
    PrivateFile.write(path, secret.getBytes(StandardCharsets.US_ASCII));
  }

  boolean delete() throws IOException {
    return Files.deleteIfExists(path);
  }
}
