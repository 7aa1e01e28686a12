package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.ManageAccounts;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.AccountChange;
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
final class UserRoleCommand extends ChangeUserCommand {

  @Parameters(index = "1", paramLabel = "ROLE", description = "user, support, auditor or admin.")
  private Role role = Role.USER;

  UserRoleCommand(RootCommand root) {
    super(root);
  }

  @Override
  AccountChange preview(ManageAccounts accounts, String user) throws Failure {
    return accounts.previewRole(user, role);
  }

  @Override
  User apply(ManageAccounts accounts, String user) throws Failure {
    return accounts.role(user, role);
  }
}
