package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.RemoteServer.Api;
import dev.touchstone.app.remote.ServerAddress;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone servers add} */
@Command(
    name = "add",
    header = "Keep a server under a name",
    description = {
      "",
      "Nothing is sent there. A server of the same name is replaced; plain http is for this"
          + " computer alone.",
      ""
    })
final class AddServerCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "What you call it.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "ADDRESS",
      description = "Where its API begins, such as https://keys.example.org.")
  private String address = "";

  @Option(
      names = "--api",
      paramLabel = "API",
      completionCandidates = Words.ServerApi.class,
      defaultValue = "touchstone",
      description =
          "touchstone, or conformance for the FIDO Alliance's (usually ${DEFAULT-VALUE}).")
  private Api api = Api.TOUCHSTONE;

  @Option(
      names = "--pin",
      paramLabel = "SHA256",
      description = "Accept this one certificate and no other.")
  private @Nullable String pin;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "Where the client claims to be; usually the server's own origin.")
  private @Nullable String origin;

  @Option(names = "--dry-run", description = "Only say what would be kept.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Accepted for scripts: nothing is asked.")
  @SuppressWarnings("UnusedVariable") // picocli takes it
  private boolean yes;

  AddServerCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    RemoteServer server =
        new RemoteServer(
            name,
            ServerAddress.read(address),
            api,
            ServerAddress.pin(Optional.ofNullable(pin)),
            Optional.ofNullable(origin));
    Optional<RemoteServer> before =
        useCases.remote().list().stream().filter(it -> it.name().equals(name)).findFirst();
    if (!dryRun) {
      useCases.remote().add(server);
    }
    answer(
        documents -> ServerDocuments.changed(!dryRun, server),
        List.of(
            "%s '%s': %s%s."
                .formatted(
                    dryRun ? "Would keep" : "Kept",
                    Visible.line(name),
                    address,
                    before.map(it -> ", in place of " + it.address()).orElse(""))));
    return ExitCode.DONE;
  }
}
