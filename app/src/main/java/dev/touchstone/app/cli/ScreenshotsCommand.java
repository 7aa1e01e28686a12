package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.usecase.UseCases;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone screenshots} */
@Command(
    name = "screenshots",
    header = "Draw every screen as PNG files",
    description = {"", "Light and dark; needs no display.", ""})
final class ScreenshotsCommand implements Callable<Integer> {

  private final RootCommand root;

  @Parameters(paramLabel = "DIR", description = "Where the pictures go.")
  private Path folder = Path.of("");

  ScreenshotsCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws SettingsException, Failure {
    Path absolute = folder.toAbsolutePath().normalize();
    Terminal terminal = root.context().terminal();
    terminal.err().println("Drawing every screen, which takes half a minute …");
    try (UseCases useCases = root.context().useCases().apply(root.settings())) {
      int exitCode = root.context().window().screenshots(useCases, absolute);
      if (exitCode == ExitCode.DONE) {
        terminal.out().println("The pictures are in " + absolute);
      }
      return exitCode;
    }
  }
}
