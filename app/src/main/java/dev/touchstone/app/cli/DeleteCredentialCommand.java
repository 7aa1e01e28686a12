package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone users credentials delete} */
@Command(
    name = "delete",
    header = "Delete a credential",
    description = {
      "",
      "It is deleted from the relying party; the key keeps its own half. Without --yes"
          + " it only says what would be lost.",
      ""
    })
final class DeleteCredentialCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The credential's id, or enough of its beginning.")
  private String id = "";

  @Mixin private DeletionOptions deletion = new DeletionOptions();

  DeleteCredentialCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    DeleteCredential delete = useCases.deleteCredential();
    DeleteCredential.Preview preview = deletion.wanted() ? delete.apply(id) : delete.preview(id);
    answer(documents -> documents.deleted(deletion.wanted(), preview), text(preview));
    return ExitCode.DONE;
  }

  private List<String> text(DeleteCredential.Preview preview) {
    Credential it = preview.credential();
    String which =
        "%s of %s%s"
            .formatted(
                it.id(),
                Visible.line(it.userName()),
                it.label().isEmpty() ? "" : " ('" + Visible.line(it.label()) + "')");
    if (deletion.wanted()) {
      return List.of("Deleted " + which + ".");
    }
    List<String> lines = new ArrayList<>();
    lines.add("Would delete " + which + ", counter " + it.signCount() + ".");
    if (preview.lastOfUser()) {
      lines.add(style().warning("It is the user's last one: they could not sign in any more."));
    }
    lines.add("Nothing was deleted; add --yes to do it.");
    return lines;
  }
}
