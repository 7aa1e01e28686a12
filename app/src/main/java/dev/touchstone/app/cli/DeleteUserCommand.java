package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.DeleteUser;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone users delete} */
@Command(
    name = "delete",
    header = "Delete a user with all credentials",
    description = {
      "",
      "Without --yes it only says what would be lost. The keys keep their own halves.",
      ""
    })
final class DeleteUserCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
  private String name = "";

  @Mixin private DeletionOptions deletion = new DeletionOptions();

  DeleteUserCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    DeleteUser delete = useCases.deleteUser();
    DeleteUser.Preview preview = deletion.wanted() ? delete.apply(name) : delete.preview(name);
    answer(documents -> documents.deleted(deletion.wanted(), preview), text(preview));
    return ExitCode.DONE;
  }

  private List<String> text(DeleteUser.Preview preview) {
    List<String> lines = new ArrayList<>();
    int count = preview.credentials().size();
    lines.add(
        "%s %s with %s."
            .formatted(
                deletion.wanted() ? "Deleted" : "Would delete",
                Visible.line(preview.user().name()),
                count == 1 ? "1 credential" : count + " credentials"));
    preview
        .credentials()
        .forEach(it -> lines.add("  %s  counter %d".formatted(it.id(), it.signCount())));
    if (!deletion.wanted()) {
      lines.add("Nothing was deleted; add --yes to do it.");
    }
    return lines;
  }
}
