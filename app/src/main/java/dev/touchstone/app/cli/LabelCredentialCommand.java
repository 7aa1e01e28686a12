package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.LabelCredential;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone users credentials label} */
@Command(name = "label", header = "Change what lists call a credential")
final class LabelCredentialCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The credential's id, or enough of its beginning.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "LABEL", description = "The label; '' takes it away.")
  private String label = "";

  LabelCredentialCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Credential credential =
        useCases.labelCredential().apply(new LabelCredential.Request(id, label));
    answer(
        documents -> documents.labelled(credential),
        List.of(
            label.isEmpty()
                ? "Credential %s has no label now.".formatted(credential.id())
                : "Credential %s is called '%s' now."
                    .formatted(credential.id(), Visible.line(credential.label()))));
    return ExitCode.DONE;
  }
}
