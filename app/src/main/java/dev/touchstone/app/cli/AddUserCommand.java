package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone users add} */
@Command(
    name = "add",
    header = "Make a user who has no credential yet",
    description = {"", "'register --user NAME' gives them their first one.", ""})
final class AddUserCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "By which the user signs in; the e-mail address unless given.")
  private String name = "";

  @Mixin private ProfileOptions person = new ProfileOptions();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "user, support, auditor or admin; user unless given.")
  private Role role = Role.USER;

  AddUserCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    User user = useCases.accounts().create(person.account(name), role);
    answer(documents -> UserDocuments.user(user), new UserFacts(terminal().sheet()).lines(user));
    return ExitCode.DONE;
  }
}
