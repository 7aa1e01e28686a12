package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone screenshots} */
@Command(
    name = "screenshots",
    header = "Draw every screen as PNG files",
    description = {
      "",
      "Light and dark; needs no display. A day is played on keys and data of its own, which takes"
          + " some minutes.",
      ""
    })
final class ScreenshotsCommand implements Callable<Integer> {

  private final RootCommand root;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description =
          "Pictures whose names begin so: 'desk', 'audit-row'. May be repeated. Much quicker,"
              + " though the whole day is played.")
  private List<String> beginnings = List.of();

  @Parameters(paramLabel = "DIR", description = "Where the pictures go.")
  private Path folder = Path.of("");

  ScreenshotsCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws SettingsException, Failure {
    Path absolute = folder.toAbsolutePath().normalize();
    Terminal terminal = root.context().terminal();
    terminal.err().println("Drawing screens, which takes some minutes …");
    // a defect is written to this program's log, not to that of the played one
    try (var _ = root.context().useCases().apply(root.settings())) {
      if (root.context().window().screenshots(absolute, beginnings) == 0) {
        throw new Failure(
            new Advice(
                Advice.Kind.USAGE,
                "No picture has a name that begins with %s."
                    .formatted(String.join(" or ", beginnings)),
                "",
                "Names are those of the files, without light- and dark-.",
                ""));
      }
      terminal.out().println("The pictures are in " + absolute);
      return ExitCode.DONE;
    }
  }
}
