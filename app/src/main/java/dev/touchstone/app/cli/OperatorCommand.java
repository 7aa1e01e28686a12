package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone operator} */
@Command(
    name = "operator",
    header = "Show who is signed in to this console",
    description = {
      "",
      "Operators sign in with a key of their own, and what they do is theirs in the audit trail."
          + " A session ends after 15 minutes without use.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class OperatorCommand extends TouchstoneCommand {

  OperatorCommand(RootCommand root) {
    super(root);
  }

  static CommandLine of(RootCommand root) {
    return new CommandLine(new OperatorCommand(root))
        .addSubcommand(new Enter(root))
        .addSubcommand(new Leave(root));
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Operators operators = useCases.operators();
    Optional<User> user = operators.signedIn();
    answer(
        _ -> DeskDocuments.operator(operators.demanded(), user),
        List.of(
            user.map(it ->
                    "'%s' is signed in with the role %s."
                        .formatted(Visible.line(it.name()), it.role().word()))
                .orElse(
                    operators.demanded()
                        ? "Nobody is signed in, and the settings demand it."
                        : "Nobody is signed in; the settings do not demand it.")));
    return ExitCode.DONE;
  }

  /** {@code touchstone operator sign-in} */
  @Command(
      name = "sign-in",
      header = "Sign in to this console with a key",
      description = {"", "For accounts with a role: support, auditor or admin.", ""})
  static final class Enter extends TouchstoneCommand {

    @Option(
        names = {"-u", "--user"},
        paramLabel = "NAME",
        description = "Who. Without it, the key tells.")
    private @Nullable String user;

    @Mixin private KeyOptions key = new KeyOptions();

    Enter(RootCommand root) {
      super(root);
    }

    @Override
    Settings adjusted(Settings settings) {
      return key.adjust(settings);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      AuthenticationRequest wish =
          new AuthenticationRequest(
              Optional.ofNullable(user), Operators.VERIFICATION, List.of(), "{}");
      CeremonyResult result =
          useCases
              .signIn()
              .run(
                  new SignIn.Request(key.key(), wish),
                  key.watcher(root.context(), useCases),
                  root.context().cancellation());
      if (!result.verdict().accepted()) {
        return answer(result, false);
      }
      User operator = useCases.operators().signIn(result.verdict());
      answer(
          _ -> DeskDocuments.operator(useCases.operators().demanded(), Optional.of(operator)),
          List.of(
              "'%s' is signed in with the role %s."
                  .formatted(Visible.line(operator.name()), operator.role().word())));
      return ExitCode.DONE;
    }
  }

  /** {@code touchstone operator sign-out} */
  @Command(name = "sign-out", header = "End the session at this console")
  static final class Leave extends TouchstoneCommand {

    Leave(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      boolean ended = useCases.operators().signOut();
      answer(
          _ -> DeskDocuments.operator(useCases.operators().demanded(), Optional.empty()),
          List.of(ended ? "Signed out." : "Nobody was signed in."));
      return ExitCode.DONE;
    }
  }
}
