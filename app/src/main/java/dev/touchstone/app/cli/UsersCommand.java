package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.User;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone users} */
@Command(
    name = "users",
    header = "List the users of the relying party",
    description = {"", "Who can sign in, with how many credentials, and when they last did.", ""},
    commandListHeading = "%nCommands:%n")
final class UsersCommand extends TouchstoneCommand {

  UsersCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<User> users = useCases.listUsers().run();
    answer(documents -> documents.users(users), text(users));
    return ExitCode.DONE;
  }

  private List<String> text(List<User> users) {
    if (users.isEmpty()) {
      return List.of("No user yet: register a key with 'touchstone register --user NAME'.");
    }
    Table table =
        new Table("NAME", "DISPLAY NAME", "CREDENTIALS", "MADE", "LAST SIGN-IN")
            .yielding("NAME", "DISPLAY NAME")
            .sparing("MADE");
    for (User user : users) {
      table.row(
          user.name(),
          user.displayName(),
          String.valueOf(user.credentials()),
          Moment.of(user.created()),
          user.lastSignIn().map(Moment::of).orElse("never"));
    }
    return table.lines(terminal().sheet());
  }
}
