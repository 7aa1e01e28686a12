package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone users disable} and {@code enable} */
abstract class UserStatusCommand extends TouchstoneCommand {

  private final Status status;

  @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
  private String name = "";

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
  int run(UseCases useCases) throws Failure {
    User user = useCases.accounts().status(name, status);
    answer(
        documents -> UserDocuments.user(user),
        List.of("%s is %s.".formatted(Visible.line(user.name()), user.status().word())));
    return ExitCode.DONE;
  }
}
