package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.token.ManageTokens;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.rp.token.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone tokens end} */
@Command(
    name = "end",
    header = "End a session, or all of a user",
    description = {
      "",
      "Its refresh tokens and its access tokens are good for nothing then. With --all no access"
          + " token that the user has now is good any more; API tokens stay.",
      ""
    })
final class TokenEndCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "As 'tokens sessions' tells it.")
  private @Nullable String id;

  @Option(names = "--user", paramLabel = "NAME", description = "Whose, with --all.")
  private @Nullable String user;

  @Option(names = "--all", description = "Every session and access token of the user.")
  private boolean all;

  @Mixin private ChangeOptions change = new ChangeOptions();

  TokenEndCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ManageTokens tokens = useCases.tokens();
    boolean one = id != null && user == null && !all;
    boolean every = id == null && user != null && all;
    if (!one && !every) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "Which session is to end is not clear.",
              "Nothing was changed.",
              "Name its ID, or --user NAME and --all.",
              ""));
    }
    List<Owned<Session>> going =
        (one ? List.of(tokens.session(String.valueOf(id))) : tokens.sessions(Optional.of(whose())))
            .stream().filter(Owned::active).toList();
    String preview = preview(going, one);
    if (!change.wanted(root.context(), List.of(preview), true)) {
      answer(_ -> TokenDocuments.ended(false, going), List.of(preview, "Nothing was changed."));
      return ExitCode.DONE;
    }
    boolean done = one ? tokens.end(String.valueOf(id)) : tokens.endAll(whose()) >= 0;
    answer(
        _ -> TokenDocuments.ended(done, going),
        List.of(done ? "Ended: %d.".formatted(going.size()) : "Nothing was changed."));
    return ExitCode.DONE;
  }

  private String whose() {
    return String.valueOf(user);
  }

  private String preview(List<Owned<Session>> going, boolean one) {
    if (one) {
      return going.isEmpty()
          ? "The session is over already."
          : "Would end the session of '%s', last used from %s."
              .formatted(
                  Visible.line(going.getFirst().user()),
                  Visible.line(going.getFirst().it().address()));
    }
    return "Would end %d sessions of '%s' and revoke every access token there is."
        .formatted(going.size(), Visible.line(whose()));
  }
}
