package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone servers} */
@Command(
    name = "servers",
    header = "List the servers whose relying party is used from here",
    description = {
      "",
      "Keys can be registered at, and sign in to, a relying party on a server instead of the one"
          + " inside this program: 'register' and 'sign-in' take --server with an address or with"
          + " a name from this list.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone servers check https://keys.example.org",
      "  touchstone servers add production https://keys.example.org",
      "  touchstone register --server production --user ada@example.org",
    })
final class ServersCommand extends TouchstoneCommand {

  ServersCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<RemoteServer> servers = useCases.remote().list();
    answer(documents -> ServerDocuments.servers(servers), text(servers));
    return ExitCode.DONE;
  }

  private List<String> text(List<RemoteServer> servers) {
    if (servers.isEmpty()) {
      return List.of("No server yet: keep one with 'touchstone servers add NAME ADDRESS'.");
    }
    Table table =
        new Table("NAME", "ADDRESS", "API", "CERTIFICATE").yielding("ADDRESS").sparing("API");
    for (RemoteServer server : servers) {
      table.row(
          server.name(),
          server.address().toString(),
          ServerDocuments.word(server.api()),
          server.pin().map(pin -> "pinned " + pin.substring(0, 8)).orElse("as trusted here"));
    }
    return table.lines(terminal().sheet());
  }
}
