package dev.touchstone.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.app.Wiring;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Runs command lines as a shell would: a fresh program each time, on one data folder. */
final class Shell {

  private final Path data;
  private final KeyDevice[] plugged;
  private final Cancellation cancellation;
  private final String input;

  private Shell(Path data, Cancellation cancellation, String input, KeyDevice... plugged) {
    this.data = data;
    this.cancellation = cancellation;
    this.input = input;
    this.plugged = plugged;
  }

  /** A shell on a computer into which these keys are plugged. */
  static Shell on(Path data, KeyDevice... plugged) {
    return new Shell(data, new Cancellation(), "", plugged);
  }

  Shell typing(String text) {
    return new Shell(data, cancellation, text, plugged);
  }

  Shell with(Cancellation ctrlC) {
    return new Shell(data, ctrlC, input, plugged);
  }

  /** What a process left. */
  record Ended(int exitCode, String out, String err) {

    JsonNode json() throws JsonProcessingException {
      return new ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readTree(out);
    }
  }

  Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            false,
            100,
            false);
    CommandContext context =
        new CommandContext(
            terminal,
            data,
            settings ->
                new Wiring(settings, () -> new VirtualKeys(plugged), InstantSource.system()),
            new ClosedWindow(),
            cancellation);
    int exitCode = new Cli(context).run(arguments);
    return new Ended(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A computer without a display. */
  static final class ClosedWindow implements Window {
    @Override
    public boolean hasDisplay() {
      return false;
    }

    @Override
    public int open(UseCases useCases) {
      throw new AssertionError("there is no display to open the window on");
    }

    @Override
    public int screenshots(Path folder, List<String> beginnings) {
      throw new AssertionError("no screenshots here");
    }
  }
}
