package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer.Api;
import dev.touchstone.app.remote.ServerLook;
import dev.touchstone.app.usecase.RemoteUseCases;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone servers check} */
@Command(
    name = "check",
    header = "Look at a server: does it answer, with which certificate",
    description = {
      "",
      "Asks for nothing but its health. Shows the certificate also where this computer does not"
          + " trust it, so that you can compare its SHA-256 with whoever runs the server and pin"
          + " it.",
      ""
    })
final class CheckServerCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "SERVER",
      description = "An address, or a name from 'touchstone servers'.")
  private String server = "";

  @Option(
      names = "--pin",
      paramLabel = "SHA256",
      description = "Accept this one certificate and no other.")
  private @Nullable String pin;

  CheckServerCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    RemoteUseCases remote = useCases.remote();
    ServerLook look = remote.check(remote.find(server, Api.TOUCHSTONE, Optional.ofNullable(pin)));
    answer(documents -> ServerDocuments.look(look), text(look));
    return look.complaint().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<String> text(ServerLook look) {
    List<String> lines = new ArrayList<>();
    lines.add(
        look.touchstone()
            ? style().good("✓ %s answers, and is one of ours.".formatted(look.server().address()))
            : "%s answers.".formatted(look.server().address()));
    look.certificate()
        .ifPresent(it -> {
          lines.add("  Certificate of   " + Visible.line(it.subject()));
          lines.add("  issued by        " + Visible.line(it.issuer()));
          lines.add("  for              " + Visible.line(String.join(", ", it.names())));
          lines.add(
              "  valid            %s to %s"
                  .formatted(Moment.of(it.notBefore()), Moment.of(it.notAfter())));
          lines.add("  SHA-256          " + it.sha256());
        });
    if (!look.complaint().isEmpty()) {
      lines.addAll(Paragraph.lines(Visible.of(look.complaint()), terminal().columns()));
    }
    return lines;
  }
}
