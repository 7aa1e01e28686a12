package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.rp.token.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone tokens sessions} */
@Command(
    name = "sessions",
    header = "List sign-ins that go on by refresh tokens",
    description = {"", "Those that are over are forgotten when another begins.", ""})
final class TokenSessionsCommand extends TouchstoneCommand {

  @Option(names = "--user", paramLabel = "NAME", description = "Only those of this user.")
  private @Nullable String user;

  TokenSessionsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Owned<Session>> sessions = useCases.tokens().sessions(Optional.ofNullable(user));
    answer(_ -> TokenDocuments.sessions(sessions), text(sessions));
    return ExitCode.DONE;
  }

  private List<String> text(List<Owned<Session>> sessions) {
    if (sessions.isEmpty()) {
      return List.of("No session.");
    }
    Table table =
        new Table("ID", "USER", "SIGNED IN", "BY", "LAST USED", "FROM", "STATE")
            .yielding("USER", "STATE", "FROM")
            .sparing("BY", "SIGNED IN");
    for (Owned<Session> owned : sessions) {
      Session session = owned.it();
      table.row(
          session.id(),
          owned.user(),
          Moment.of(session.proof().at()),
          String.join(" ", session.proof().methods()),
          Moment.of(session.used()),
          session.address(),
          state(owned));
    }
    return table.lines(terminal().sheet());
  }

  private static String state(Owned<Session> owned) {
    if (owned.it().ended().isPresent()) {
      return "ended: " + owned.it().why();
    }
    return owned.active() ? "goes on" : "over";
  }
}
