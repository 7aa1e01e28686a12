package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.User;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone users} */
@Command(
    name = "users",
    header = "List the users of the relying party",
    description = {"", "Who can sign in, with how many credentials, and when they last did.", ""},
    commandListHeading = "%nCommands:%n")
final class UsersCommand extends TouchstoneCommand {

  private static final int USUAL = 1000;

  @Mixin private UserFilterOptions filter = new UserFilterOptions();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "NUMBER",
      description = "How many at most; 1000 unless given.")
  private int limit = USUAL;

  @Option(
      names = "--after",
      paramLabel = "NAME",
      description = "Go on behind this user, the last one of the page before.")
  private String after = "";

  UsersCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    int most = Page.limit(limit);
    List<User> found = useCases.accounts().page(filter.query(after, most + 1));
    boolean more = found.size() > most;
    List<User> users = more ? found.subList(0, most) : found;
    answer(_ -> UserDocuments.users(users, more), text(users, more));
    return ExitCode.DONE;
  }

  private List<String> text(List<User> users, boolean more) {
    if (users.isEmpty()) {
      return List.of(
          filter.all()
              ? "No user yet: register a key with 'touchstone register --user NAME'."
              : "No user of the kind.");
    }
    Table table =
        new Table("NAME", "DISPLAY NAME", "ROLE", "STATUS", "CREDENTIALS", "MADE", "LAST SIGN-IN")
            .yielding("NAME", "DISPLAY NAME")
            .sparing("MADE", "ROLE", "STATUS");
    for (User user : users) {
      table.row(
          user.name(),
          user.displayName(),
          user.role().word(),
          user.status().word(),
          String.valueOf(user.credentials()),
          Moment.of(user.created()),
          user.lastSignIn().map(Moment::of).orElse("never"));
    }
    List<String> lines = new ArrayList<>(table.lines(terminal().sheet()));
    if (more) {
      lines.add("More: --after '%s'".formatted(Visible.line(users.getLast().name())));
    }
    return lines;
  }
}
