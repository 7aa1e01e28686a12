package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone tokens} */
@Command(
    name = "tokens",
    header = "List API tokens, and look after sessions and the keys that sign",
    description = {
      "",
      "Alone it lists the tokens by which scripts act for users. A token itself is shown when it is"
          + " made, and never again.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone tokens create --user ada --name 'nightly report' --scope data:read",
      "  touchstone tokens revoke 5d0c3f6a9b1e2d4c7f80a1b2 --yes",
      "  touchstone tokens sessions --user ada",
      "  touchstone tokens end --user ada --all --yes",
      "  touchstone tokens keys rotate --yes"
    })
final class TokensCommand extends TouchstoneCommand {

  @Option(names = "--user", paramLabel = "NAME", description = "Only those of this user.")
  private @Nullable String user;

  TokensCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Owned<ApiToken>> tokens = useCases.tokens().tokens(Optional.ofNullable(user));
    answer(_ -> TokenDocuments.tokens(tokens), text(tokens));
    return ExitCode.DONE;
  }

  private List<String> text(List<Owned<ApiToken>> tokens) {
    if (tokens.isEmpty()) {
      return List.of("No API token yet: make one with 'touchstone tokens create'.");
    }
    Table table =
        new Table("ID", "USER", "NAME", "SCOPES", "EXPIRES", "LAST USED", "STATE")
            .yielding("NAME", "SCOPES", "USER")
            .sparing("EXPIRES", "SCOPES");
    for (Owned<ApiToken> owned : tokens) {
      ApiToken token = owned.it();
      table.row(
          token.id(),
          owned.user(),
          token.name(),
          Scope.words(token.scopes()),
          Moment.of(token.expires()),
          token.lastUsed().map(Moment::of).orElse("never"),
          state(owned));
    }
    return table.lines(terminal().sheet());
  }

  private static String state(Owned<ApiToken> owned) {
    if (owned.it().revoked().isPresent()) {
      return "revoked";
    }
    return owned.active() ? "good" : "expired";
  }

  /** {@code touchstone tokens show} */
  @Command(
      name = "show",
      header = "Show one API token",
      description = {"", "What is stored of it, which is not the token itself.", ""})
  static final class Show extends TouchstoneCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "As 'tokens' tells it.")
    private String id = "";

    Show(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      Owned<ApiToken> token = useCases.tokens().token(id);
      answer(_ -> TokenDocuments.token(token), lines(token));
      return ExitCode.DONE;
    }
  }

  static List<String> lines(Owned<ApiToken> owned) {
    ApiToken token = owned.it();
    String used =
        token
            .lastUsed()
            .map(it -> Moment.of(it) + " from " + Visible.line(token.address()))
            .orElse("never");
    return List.of(
        "id         " + token.id(),
        "user       " + Visible.line(owned.user()),
        "name       " + Visible.line(token.name()),
        "scopes     " + Scope.words(token.scopes()),
        "audience   " + Visible.line(token.audience()),
        "made       " + Moment.of(token.issued()),
        "expires    " + Moment.of(token.expires()),
        "last used  " + used,
        "state      "
            + state(owned)
            + token.revoked().map(it -> " since " + Moment.of(it)).orElse(""));
  }
}
