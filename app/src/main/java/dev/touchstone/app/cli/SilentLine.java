package dev.touchstone.app.cli;

import java.io.Console;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person type without echo. Java's own console does that only while standard output is a
 * terminal too; where the answer goes into a pipe or a file, the person is asked on the terminal
 * that the process belongs to.
 */
interface SilentLine {

  /**
   * Asks, and waits for a line.
   *
   * @return what was typed, without its end; the caller wipes it. Null when the input has ended, or
   *     on a terminal that does not send UTF-8
   */
  char @Nullable [] ask(String question);

  /** The way to ask here; empty where nobody can be asked. */
  static Optional<SilentLine> of(Terminal terminal) {
    if (!terminal.inIsTerminal()) {
      return Optional.empty();
    }
    Optional<Console> console = Terminal.console();
    if (console.isPresent()) {
      return Optional.of(question -> console.get().readPassword("%s", question));
    }
    File device = new File("/dev/tty");
    return device.canRead() && device.canWrite()
        ? Optional.of(question -> onTerminal(device, question))
        : Optional.empty();
  }

  private static char @Nullable [] onTerminal(File device, String question) {
    try (InputStream in = new FileInputStream(device);
        OutputStream out = new FileOutputStream(device)) {
      String before = stty(device, "-g");
      Thread restore = new Thread(() -> quietly(device, before));
      // Ctrl-C must not leave the person in a terminal that shows nothing.
      Runtime.getRuntime().addShutdownHook(restore);
      try {
        stty(device, "-echo");
        out.write(question.getBytes(StandardCharsets.UTF_8));
        out.flush();
        char @Nullable [] typed = line(in);
        out.write('\n');
        return typed;
      } finally {
        quietly(device, before);
        forget(restore);
      }
    } catch (IOException e) {
      // A terminal that went away is one that nobody types in any more.
      return null;
    }
  }

  private static char @Nullable [] line(InputStream in) throws IOException {
    byte[] bytes = new byte[256];
    int length = 0;
    try {
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          return null;
        }
        if (length == bytes.length) {
          byte[] longer = Arrays.copyOf(bytes, 2 * length);
          Arrays.fill(bytes, (byte) 0);
          bytes = longer;
        }
        bytes[length++] = (byte) b;
      }
      // A character that cannot be read must not become another one: that would cost a PIN try.
      CharBuffer decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      char[] typed = Arrays.copyOf(decoded.array(), decoded.limit());
      Arrays.fill(decoded.array(), '\0');
      return typed;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Runs {@code stty} on the terminal; it is in POSIX, its option to name a terminal is not. */
  private static String stty(File device, String argument) throws IOException {
    Process process =
        new ProcessBuilder("stty", argument)
            .redirectInput(device)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("stty " + argument);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return told.strip();
  }

  private static void quietly(File device, String settings) {
    try {
      stty(device, settings);
    } catch (IOException e) {
      // The terminal is gone, and its settings with it.
      return;
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends just now; the hook does no harm twice.
      return;
    }
  }
}
