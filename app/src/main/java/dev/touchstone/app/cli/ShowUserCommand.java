package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.admin.Accounts.Belongings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone users show} */
@Command(
    name = "show",
    header = "Show all that is known of a user, each credential with its history")
final class ShowUserCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
  private String name = "";

  ShowUserCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Belongings user = useCases.accounts().show(name);
    answer(documents -> UserDocuments.belongings(user, documents), text(user));
    return ExitCode.DONE;
  }

  private List<String> text(Belongings user) {
    Sheet sheet = terminal().sheet();
    List<String> lines = new ArrayList<>(new UserFacts(sheet).lines(user.user()));
    for (Credential it : user.credentials()) {
      lines.add("");
      lines.addAll(new CredentialFacts(sheet).lines(it));
      lines.addAll(new CredentialHistory(sheet).lines(it));
    }
    return lines;
  }
}
