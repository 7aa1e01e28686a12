package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.RequestAdvice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A body from the command line: the text itself, {@code @FILE}, or {@code @-}. */
final class BodyText {

  private static final int MOST = 64 << 20;

  private BodyText() {}

  static Body of(String text, Terminal terminal) throws Failure {
    if (!text.startsWith("@")) {
      return Body.of(text);
    }
    String name = text.substring(1);
    try (InputStream in = name.equals("-") ? terminal.in() : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw RequestAdvice.usage(
            "The body is larger than %,d bytes.".formatted(MOST), "Send less at once.", "");
      }
      return Body.of(bytes);
    } catch (IOException | InvalidPathException e) {
      throw RequestAdvice.usage(
          "The file '%s' cannot be read.".formatted(name),
          "Check its name. A text that begins with @ is sent from a file, or with @-.",
          "");
    }
  }
}
