package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.ManageAccounts;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.AccountChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone users edit} */
@Command(
    name = "edit",
    header = "Change what is known of a user",
    description = {"", "What is not named stays; '' takes it away. The name stays.", ""})
final class EditUserCommand extends ChangeUserCommand {

  @Mixin private ProfileOptions person = new ProfileOptions();

  EditUserCommand(RootCommand root) {
    super(root);
  }

  @Override
  AccountChange preview(ManageAccounts accounts, String user) throws Failure {
    return accounts.previewEdit(user, person.edit());
  }

  @Override
  User apply(ManageAccounts accounts, String user) throws Failure {
    return accounts.edit(user, person.edit());
  }
}
