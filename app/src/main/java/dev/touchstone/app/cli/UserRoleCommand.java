package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone users role} */
@Command(
    name = "role",
    header = "Promote or demote a user",
    description = {
      "",
      "user: their own account. support: everybody's, and helps. auditor: reads everything. admin:"
          + " everything. The last administrator stays one.",
      ""
    })
final class UserRoleCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "ROLE", description = "user, support, auditor or admin.")
  private Role role = Role.USER;

  UserRoleCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    User user = useCases.accounts().role(name, role);
    answer(
        documents -> UserDocuments.user(user),
        List.of("%s has the role %s.".formatted(Visible.line(user.name()), user.role().word())));
    return ExitCode.DONE;
  }
}
