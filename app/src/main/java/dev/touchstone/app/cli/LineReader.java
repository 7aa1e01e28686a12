package dev.touchstone.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads one line and not a byte more, so that the next question finds its own answer. */
final class LineReader {

  private LineReader() {}

  /** The line without its end; what there was when the stream ended. */
  static String line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        line.write(b);
      }
    } catch (IOException e) {
      // The same as an end: whoever asked gets what came.
      return line.toString(StandardCharsets.UTF_8).strip();
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
