package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.ManageAccounts;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.AccountChange;
import picocli.CommandLine.Command;

/** {@code touchstone users disable} and {@code enable} */
abstract class UserStatusCommand extends ChangeUserCommand {

  private final Status status;

  UserStatusCommand(RootCommand root, Status status) {
    super(root);
    this.status = status;
  }

  /** {@code touchstone users disable} */
  @Command(
      name = "disable",
      header = "Let a user sign in no more, and keep everything",
      description = {"", "'users enable' takes it back. The last administrator stays.", ""})
  static final class Disable extends UserStatusCommand {
    Disable(RootCommand root) {
      super(root, Status.DISABLED);
    }
  }

  /** {@code touchstone users enable} */
  @Command(name = "enable", header = "Let a disabled user sign in again")
  static final class Enable extends UserStatusCommand {
    Enable(RootCommand root) {
      super(root, Status.ACTIVE);
    }
  }

  @Override
  AccountChange preview(ManageAccounts accounts, String user) throws Failure {
    return accounts.previewStatus(user, status);
  }

  @Override
  User apply(ManageAccounts accounts, String user) throws Failure {
    return accounts.status(user, status);
  }
}
