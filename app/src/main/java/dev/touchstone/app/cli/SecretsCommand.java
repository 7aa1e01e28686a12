package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.secret.SecretRow;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone secrets} */
@Command(
    name = "secrets",
    header = "List what the relying party keeps encrypted, and look after its key",
    description = {
      "",
      "Alone it lists them: names, keys and dates. No command shows what they are.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone secrets key", "  touchstone secrets rotate --yes"})
final class SecretsCommand extends TouchstoneCommand {

  SecretsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<SecretRow> secrets = useCases.manageSecrets().list();
    answer(_ -> StoreDocuments.secrets(secrets), text(secrets));
    return ExitCode.DONE;
  }

  private List<String> text(List<SecretRow> secrets) {
    if (secrets.isEmpty()) {
      return List.of("There are none yet; the first signing key is made when it is needed.");
    }
    Table table = new Table("NAME", "KEY", "CHANGED");
    secrets.forEach(it -> table.row(it.name(), it.keyId(), it.changed().toString()));
    return table.lines(terminal().sheet());
  }
}
