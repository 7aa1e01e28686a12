package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.secret.SecretRow;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone secrets delete} */
@Command(
    name = "delete",
    header = "Forget a secret",
    description = {
      "",
      "A signing key is made anew when it is next needed, by servers that start afterwards; what"
          + " the old one signed is then worth nothing.",
      ""
    })
final class DeleteSecretCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The secret's name.")
  private String name = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  DeleteSecretCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    SecretRow row = useCases.manageSecrets().preview(name);
    String preview = "Would delete %s of %s.".formatted(Visible.line(row.name()), row.changed());
    boolean done = change.wanted(root.context(), List.of(preview), true);
    if (done) {
      useCases.manageSecrets().delete(name);
    }
    answer(
        _ -> StoreDocuments.deleted(done, row),
        done
            ? List.of("Deleted %s.".formatted(Visible.line(row.name())))
            : List.of(preview, "Nothing was changed."));
    return ExitCode.DONE;
  }
}
