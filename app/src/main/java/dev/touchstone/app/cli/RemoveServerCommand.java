package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.RemoteServer.Api;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone servers remove} */
@Command(
    name = "remove",
    header = "Keep a server no longer",
    description = {"", "Nothing happens to the server itself.", ""})
final class RemoveServerCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "As 'touchstone servers' lists it.")
  private String name = "";

  @Option(names = "--dry-run", description = "Only say what would be removed.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Accepted for scripts: nothing is asked.")
  @SuppressWarnings("UnusedVariable") // picocli takes it
  private boolean yes;

  RemoveServerCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    RemoteServer server = useCases.remote().find(name, Api.TOUCHSTONE, Optional.empty());
    if (!dryRun) {
      useCases.remote().remove(server.name());
    }
    answer(
        documents -> ServerDocuments.changed(!dryRun, server),
        List.of(
            "%s '%s', %s."
                .formatted(
                    dryRun ? "Would remove" : "Removed",
                    Visible.line(server.name()),
                    server.address())));
    return ExitCode.DONE;
  }
}
