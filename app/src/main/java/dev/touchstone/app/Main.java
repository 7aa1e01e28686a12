package dev.touchstone.app;

import dev.touchstone.app.cli.Cli;
import dev.touchstone.app.cli.CommandContext;
import dev.touchstone.app.cli.Terminal;
import dev.touchstone.app.settings.DataFolder;
import dev.touchstone.key.session.Cancellation;
import java.nio.file.Path;

/** The program's door. No {@code Application}: on the class path JavaFX would refuse to start. */
public final class Main {

  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Cancellation cancellation = new Cancellation();
    CtrlC ctrlC = CtrlC.watch(cancellation);
    int exitCode = new Cli(context(cancellation)).run(arguments);
    ctrlC.over();
    System.exit(exitCode);
  }

  static CommandContext context(Cancellation cancellation) {
    Path home = Path.of(System.getProperty("user.home", ""));
    return new CommandContext(
        Terminal.ofProcess(System.getProperties(), System.getenv()),
        DataFolder.usual(System.getenv(), System.getProperty("os.name", ""), home),
        Wiring::new,
        new JavaFxWindow(System.getProperty("os.name", ""), System.getenv(), cancellation),
        cancellation);
  }
}
