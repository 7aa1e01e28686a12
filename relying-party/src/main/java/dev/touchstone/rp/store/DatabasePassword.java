package dev.touchstone.rp.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the password for a database server is. It is read whenever a connection is made, so that it
 * can be changed while the program runs, and is never a part of a URL or of a command line.
 */
public sealed interface DatabasePassword {

  /** The server asks for none, or takes a client certificate. */
  record None() implements DatabasePassword {

    @Override
    public Optional<String> read() {
      return Optional.empty();
    }
  }

  /**
   * The first line of a file.
   *
   * @param file such as a secret that a container is given
   */
  record InFile(Path file) implements DatabasePassword {

    @Override
    public Optional<String> read() throws IOException {
      try (var lines = Files.lines(file)) {
        return Optional.of(lines.findFirst().orElse(""));
      }
    }
  }

  /**
   * An environment variable, as it was when the program began.
   *
   * @param value of the variable
   */
  record Given(String value) implements DatabasePassword {

    @Override
    public Optional<String> read() {
      return Optional.of(value);
    }

    /** Tells nothing of it. */
    @Override
    public String toString() {
      return "Given";
    }
  }

  /**
   * The password; empty where there is none.
   *
   * @throws IOException if the file cannot be read
   */
  Optional<String> read() throws IOException;
}
