package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone users edit} */
@Command(
    name = "edit",
    header = "Change what is known of a user",
    description = {"", "What is not named stays; '' takes it away. The name stays.", ""})
final class EditUserCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
  private String name = "";

  @Mixin private ProfileOptions person = new ProfileOptions();

  EditUserCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    User user = useCases.accounts().edit(name, person.edit());
    answer(documents -> UserDocuments.user(user), new UserFacts(terminal().sheet()).lines(user));
    return ExitCode.DONE;
  }
}
