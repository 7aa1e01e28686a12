package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.rp.token.ApiToken;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone tokens revoke} */
@Command(
    name = "revoke",
    header = "Take an API token back",
    description = {"", "With its next request every server at this database refuses it.", ""})
final class TokenRevokeCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "ID", description = "As 'tokens' tells it.")
  private String id = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  TokenRevokeCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Owned<ApiToken> before = useCases.tokens().token(id);
    String preview =
        before.active()
            ? "Would revoke the API token '%s' of '%s'."
                .formatted(Visible.line(before.it().name()), Visible.line(before.user()))
            : "The API token '%s' of '%s' is good for nothing already."
                .formatted(Visible.line(before.it().name()), Visible.line(before.user()));
    boolean done =
        change.wanted(root.context(), List.of(preview), true) && useCases.tokens().revoke(id);
    Owned<ApiToken> after = done ? useCases.tokens().token(id) : before;
    answer(
        _ -> TokenDocuments.revoked(done, after),
        done ? List.of("Revoked.") : List.of(preview, "Nothing was changed."));
    return ExitCode.DONE;
  }
}
