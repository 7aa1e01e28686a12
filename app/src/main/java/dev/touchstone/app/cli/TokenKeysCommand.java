package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.token.TokenKeyRow;
import dev.touchstone.rp.token.jwt.TokenKey.Kind;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone tokens keys} */
@Command(
    name = "keys",
    header = "List the keys that sign access tokens",
    description = {"", "By their ids, which tokens name as 'kid'. No command shows a key.", ""},
    commandListHeading = "%nCommands:%n")
final class TokenKeysCommand extends TouchstoneCommand {

  TokenKeysCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<TokenKeyRow> keys = useCases.tokens().keys();
    answer(_ -> TokenDocuments.keys(keys), text(keys));
    return ExitCode.DONE;
  }

  private List<String> text(List<TokenKeyRow> keys) {
    if (keys.isEmpty()) {
      return List.of("There is none yet; the first is made when a token is.");
    }
    Table table = new Table("ID", "ALGORITHM", "MADE", "STATE");
    for (TokenKeyRow key : keys) {
      table.row(
          key.id(),
          key.algorithm(),
          Moment.of(key.created()),
          key.ends().map(it -> "known until " + Moment.of(it)).orElse("signs"));
    }
    return table.lines(terminal().sheet());
  }

  /** {@code touchstone tokens keys rotate} */
  @Command(
      name = "rotate",
      header = "Let a new key sign access tokens",
      description = {
        "",
        "Tokens that the old one signed stay good: it is published for another day, until the last"
            + " of them is over.",
        ""
      })
  static final class Rotate extends TouchstoneCommand {

    @Option(
        names = "--algorithm",
        paramLabel = "NAME",
        completionCandidates = Words.TokenAlgorithms.class,
        description = "ES256 (usual), EdDSA or HS256.")
    private String algorithm = "ES256";

    @Mixin private ChangeOptions change = new ChangeOptions();

    Rotate(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      Kind kind =
          Kind.named(algorithm)
              .orElseThrow(() ->
                  new Failure(
                      new Advice(
                          Advice.Kind.USAGE,
                          "'%s' is no algorithm of access tokens.".formatted(algorithm),
                          "Nothing was changed.",
                          "There are ES256, EdDSA and HS256.",
                          "")));
      String preview =
          "Would make a new key for %s; the one before is known for another day.".formatted(kind);
      if (!change.wanted(root.context(), List.of(preview), true)) {
        List<TokenKeyRow> keys = useCases.tokens().keys();
        answer(_ -> TokenDocuments.keys(keys), List.of(preview, "Nothing was changed."));
        return ExitCode.DONE;
      }
      TokenKeyRow key = useCases.tokens().rotate(kind);
      answer(
          _ -> TokenDocuments.key(true, key),
          List.of("The key %s signs from now on.".formatted(key.id())));
      return ExitCode.DONE;
    }
  }

  /** {@code touchstone tokens keys delete} */
  @Command(
      name = "delete",
      header = "Forget a key at once, as for one that was stolen",
      description = {
        "",
        "Every access token that it signed is refused from now on; whose they are sign in again.",
        ""
      })
  static final class Delete extends TouchstoneCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "As 'tokens keys' tells it.")
    private String id = "";

    @Mixin private ChangeOptions change = new ChangeOptions();

    Delete(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      TokenKeyRow key = useCases.tokens().key(id);
      String preview =
          "Would forget the key %s (%s); every access token that it signed is refused then."
              .formatted(key.id(), key.algorithm());
      boolean done =
          change.wanted(root.context(), List.of(preview), true) && useCases.tokens().deleteKey(id);
      answer(
          _ -> TokenDocuments.key(done, key),
          done ? List.of("Forgotten.") : List.of(preview, "Nothing was changed."));
      return ExitCode.DONE;
    }
  }
}
