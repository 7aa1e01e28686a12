package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.secret.SecretKeys;
import picocli.CommandLine.Command;

/** {@code touchstone secrets key} */
@Command(
    name = "key",
    header = "Show where the keys of the secrets are, and what each encrypts",
    description = {"", "By their ids; the keys themselves are never shown.", ""})
final class SecretKeyCommand extends TouchstoneCommand {

  SecretKeyCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    SecretKeys.State state = useCases.manageSecrets().keys();
    answer(_ -> StoreDocuments.keys(false, state), SecretKeyText.lines(state));
    return ExitCode.DONE;
  }
}
