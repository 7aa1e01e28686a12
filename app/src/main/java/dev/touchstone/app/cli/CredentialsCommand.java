package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone credentials} */
@Command(
    name = "credentials",
    header = "List the credentials and their counters",
    description = {
      "",
      "What the relying party has stored of each registered key. RK: discoverable, for sign-in"
          + " without a name.",
      ""
    })
final class CredentialsCommand extends TouchstoneCommand {

  private static final int SHORT_ID = 8;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "Only those of this user.")
  private @Nullable String user;

  CredentialsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Credential> credentials = useCases.listCredentials().run(Optional.ofNullable(user));
    answer(documents -> documents.credentials(credentials), text(credentials));
    return ExitCode.DONE;
  }

  private List<String> text(List<Credential> credentials) {
    if (credentials.isEmpty()) {
      return List.of("No credential yet: register a key with 'touchstone register --user NAME'.");
    }
    Table table =
        new Table("ID", "USER", "LABEL", "MODEL", "ALG", "COUNTER", "LAST USED", "TRUSTED", "RK")
            .yielding("LABEL", "MODEL");
    for (Credential it : credentials) {
      table.row(
          shortId(it),
          it.userName(),
          it.label(),
          it.model().orElse(it.aaguid()),
          it.algorithm(),
          String.valueOf(it.signCount()),
          it.lastUsed().map(Moment::of).orElse("never"),
          it.trusted() ? "yes" : "no",
          it.discoverable().map(known -> known ? "yes" : "no").orElse("?"));
    }
    List<String> lines = new ArrayList<>(table.lines(terminal().columns(), style()));
    credentials.stream().filter(Credential::possibleClone).forEach(it -> lines.add(cloned(it)));
    return lines;
  }

  private String cloned(Credential it) {
    return style()
        .warning(
            "The counter of %s went back once: its key may have been cloned."
                .formatted(shortId(it)));
  }

  private static String shortId(Credential it) {
    return it.id().substring(0, Math.min(SHORT_ID, it.id().length()));
  }
}
