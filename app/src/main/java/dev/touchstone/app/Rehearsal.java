package dev.touchstone.app;

import dev.touchstone.app.cli.Cli;
import dev.touchstone.app.cli.CommandContext;
import dev.touchstone.app.cli.Terminal;
import dev.touchstone.app.cli.Window;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.TouchstoneWindow;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs what people wait for, once, so that the JVM can learn what to keep ready in an AOT cache
 * (JEP 514). Started by the launcher after a build; says nothing and leaves its data in the folder
 * that it is given.
 */
public final class Rehearsal {

  /** A cache costs a start in proportion to its size, so there is one for each sort of start. */
  private static final Map<String, List<List<String>>> PARTS =
      Map.of(
          "quick",
          List.of(
              List.of("--version"),
              List.of("--help"),
              List.of("keys"),
              List.of("keys", "--json"),
              List.of("register", "--no-such-option")),
          "commands",
          List.of(
              List.of("try", "--touch"),
              List.of("try", "--touch", "--json"),
              List.of("info", "--key", "virtual"),
              List.of("register", "--user", "ada", "--key", "virtual", "--touch"),
              List.of("sign-in", "--user", "ada", "--key", "virtual", "--touch", "--json"),
              List.of("lab", "list"),
              List.of("users"),
              List.of("users", "credentials"),
              List.of("inspect", "a201020304")));

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param arguments the part, {@code quick}, {@code commands} or {@code window}, and the data
   *     folder
   */
  public static void main(String[] arguments) {
    Path data = Path.of(arguments[1]);
    if (arguments[0].equals("window")) {
      firstFrame(data);
    }
    for (List<String> command : PARTS.getOrDefault(arguments[0], List.of())) {
      var _ = new Cli(context(data)).run(command.toArray(String[]::new));
    }
  }

  /** Opens the window where nobody sees it, and closes it when its first frame is drawn. */
  private static void firstFrame(Path data) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Thread here = Thread.currentThread();
    try (Wiring wiring = new Wiring(Settings.usual(data))) {
      TouchstoneWindow.run(wiring, here::interrupt);
    } catch (InterruptedException e) {
      // The first frame was drawn; nothing else interrupts this thread.
    }
  }

  private static CommandContext context(Path data) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, true, true, 100, true);
    return new CommandContext(terminal, data, Wiring::new, new NoWindow(), new Cancellation());
  }

  private static final class NoWindow implements Window {
    @Override
    public boolean hasDisplay() {
      return false;
    }

    @Override
    public int open(UseCases useCases) {
      return 0;
    }

    @Override
    public int screenshots(Path folder, List<String> beginnings) {
      return 0;
    }
  }
}
