package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.usecase.UseCases;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone request secret} */
@Command(
    name = "secret",
    header = "Keep a token or a password for requests, encrypted",
    description = {
      "",
      "It is asked for without echo, or read from standard input, and sent to one origin alone."
          + " 'touchstone secrets' lists it as request/NAME and deletes it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone request secret api --for https://api.example.org",
      "  pass show api | touchstone request secret shop/token --for https://shop.example.org",
    })
final class RequestSecretCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "[COLLECTION/]NAME",
      description = "What it is called: {{NAME}} in requests.")
  private String name = "";

  @Option(
      names = "--for",
      required = true,
      paramLabel = "ORIGIN",
      description = "Where alone it may be sent, such as https://api.example.org.")
  private String origin = "";

  @Option(names = "--dry-run", description = "Only say what would be kept; asks for nothing.")
  private boolean dryRun;

  RequestSecretCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Origin only = Origin.of(Address.read(origin).uri());
    if (!dryRun) {
      keep(useCases, only);
    }
    answer(
        _ -> RequestDocuments.secret(!dryRun, name, only.toString()),
        List.of(
            "%s '%s' for %s.".formatted(dryRun ? "Would keep" : "Kept", Visible.line(name), only)));
    return ExitCode.DONE;
  }

  private void keep(UseCases useCases, Origin only) throws Failure {
    RequestName which = RequestName.of(name);
    char[] value = SecretQuestion.ask(root.context(), false, "Token or password: ", "secret");
    try {
      useCases
          .requests()
          .secrets()
          .keep(
              which.request().map(_ -> which.collection()),
              which.request().orElse(which.collection()),
              only,
              new String(value).strip());
    } finally {
      Arrays.fill(value, '\0');
    }
  }
}
