package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.desk.ApiTokenDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone tokens create} */
@Command(
    name = "create",
    header = "Make an API token for a user",
    description = {
      "",
      "It is printed, this once. It can do what its scopes say, and never more than its user may.",
      ""
    })
final class TokenCreateCommand extends TouchstoneCommand {

  @Option(names = "--user", paramLabel = "NAME", required = true, description = "For whom.")
  private String user = "";

  @Option(names = "--name", paramLabel = "TEXT", required = true, description = "What it is for.")
  private String name = "";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      required = true,
      split = "[ ,]+",
      completionCandidates = Words.Scopes.class,
      description = "What it may be used for; may be repeated: ${COMPLETION-CANDIDATES}.")
  private List<String> scopes = List.of();

  @Option(
      names = "--audience",
      paramLabel = "NAME",
      description = "Which service it is for; this relying party unless given.")
  private @Nullable String audience;

  @Option(names = "--days", paramLabel = "NUMBER", description = "How long; 90 unless given.")
  private long days = ApiTokenDesk.USUAL.toDays();

  @Option(names = "--dry-run", description = "Say what would be made, and make nothing.")
  private boolean dryRun;

  TokenCreateCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ApiTokenDesk.Wish wish =
        new ApiTokenDesk.Wish(
            name, wanted(), Optional.ofNullable(audience), Duration.ofDays(Math.min(days, 9999)));
    if (dryRun) {
      Owned<ApiToken> token = new Owned<>(user, useCases.tokens().preview(user, wish), false);
      List<String> lines = new ArrayList<>(List.of("Would make:"));
      lines.addAll(TokensCommand.lines(token).subList(1, 7));
      lines.add("Nothing was changed.");
      answer(_ -> TokenDocuments.made(false, token, null), lines);
      return ExitCode.DONE;
    }
    ApiTokenDesk.Made made = useCases.tokens().create(user, wish);
    Owned<ApiToken> token = new Owned<>(user, made.token(), true);
    List<String> lines = new ArrayList<>(List.of(made.secret(), ""));
    lines.addAll(TokensCommand.lines(token).subList(0, 7));
    lines.add("");
    lines.add("Keep the first line; it is shown this once.");
    answer(_ -> TokenDocuments.made(true, token, made.secret()), lines);
    return ExitCode.DONE;
  }

  private Set<Scope> wanted() throws Failure {
    Set<Scope> wanted = EnumSet.noneOf(Scope.class);
    for (String word : scopes) {
      wanted.add(
          Scope.of(word)
              .filter(Scope.forScripts()::contains)
              .orElseThrow(() ->
                  new Failure(
                      new Advice(
                          Advice.Kind.USAGE,
                          "'%s' is no scope of an API token.".formatted(word),
                          "Nothing was changed.",
                          "There are %s.".formatted(Scope.words(Scope.forScripts())),
                          ""))));
    }
    return wanted;
  }
}
