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

/** {@code touchstone users credentials} */
@Command(
    name = "credentials",
    header = "List the users' credentials and their counters",
    description = {
      "",
      "What the relying party has stored of each registered key. RK: discoverable, for sign-in"
          + " without a name. What lies on a key itself: touchstone credentials.",
      ""
    })
final class UserCredentialsCommand extends TouchstoneCommand {

  private static final int SHORTEST_ID = 8;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "Only those of this user.")
  private @Nullable String user;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show all that is known of each, one line a fact.")
  private boolean verbose;

  UserCredentialsCommand(RootCommand root) {
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
    List<String> lines = new ArrayList<>();
    if (verbose) {
      credentials.forEach(it -> lines.addAll(new CredentialFacts(terminal().sheet()).lines(it)));
    } else {
      lines.addAll(table(credentials));
    }
    credentials.stream()
        .filter(Credential::possibleClone)
        .forEach(it -> lines.add(cloned(it, credentials)));
    return lines;
  }

  private List<String> table(List<Credential> credentials) {
    Sheet sheet = terminal().sheet();
    Table table =
        new Table("ID", "USER", "LABEL", "MODEL", "ALG", "COUNTER", "LAST USED", "TRUSTED", "RK")
            .yielding("USER", "LABEL", "MODEL")
            .sparing("ALG", "RK", "TRUSTED", "MODEL");
    for (Credential it : credentials) {
      table.row(
          shortId(it, credentials),
          it.userName(),
          it.label(),
          it.model().orElse(it.aaguid()),
          it.algorithm(),
          String.valueOf(it.signCount()),
          it.lastUsed().map(Moment::of).orElse("never"),
          it.trusted() ? "yes" : "no",
          it.discoverable().map(known -> known ? "yes" : "no").orElse("?"));
    }
    List<String> lines = new ArrayList<>(table.lines(sheet));
    List<String> leftOut = table.leftOut(sheet);
    if (!leftOut.isEmpty()) {
      lines.add(
          style().dim("No room for %s: see --verbose.".formatted(String.join(", ", leftOut))));
    }
    return lines;
  }

  private String cloned(Credential it, List<Credential> all) {
    return style()
        .warning(
            "The counter of %s went back once: its key may have been cloned."
                .formatted(shortId(it, all)));
  }

  /** Enough of an id to tell it from the others, and to name it by; all of it in a file. */
  private String shortId(Credential it, List<Credential> all) {
    if (terminal().sheet().endless()) {
      return it.id();
    }
    int length = SHORTEST_ID;
    while (length < it.id().length() && !isUnique(it.id().substring(0, length), all)) {
      length++;
    }
    return it.id().substring(0, Math.min(length, it.id().length()));
  }

  private static boolean isUnique(String beginning, List<Credential> all) {
    return all.stream().filter(it -> it.id().startsWith(beginning)).count() == 1;
  }
}
