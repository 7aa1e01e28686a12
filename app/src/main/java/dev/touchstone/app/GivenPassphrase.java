package dev.touchstone.app;

import dev.touchstone.app.settings.StoreSettings.SecretKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The passphrase for the secrets, out of its file or of the environment. */
record GivenPassphrase(SecretKey.UnderPassphrase choice) implements Supplier<char[]> {

  /** The caller wipes it; empty if there is none, or its file cannot be read. */
  @Override
  public char[] get() {
    if (choice.file().isEmpty()) {
      return choice.given().toCharArray();
    }
    try (Stream<String> lines = Files.lines(choice.file().get())) {
      return lines.findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      return new char[0];
    }
  }

  /** Tells nothing of it. */
  @Override
  public String toString() {
    return "GivenPassphrase";
  }
}
