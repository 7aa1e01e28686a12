package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.ReplaceLostKey;
import dev.touchstone.app.usecase.ReplaceLostKey.State;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone desk found-key} */
@Command(
    name = "found-key",
    header = "Let a key sign in again that was reported lost",
    description = {"", "The person proves who they are: a thief would say the same.", ""})
final class DeskFoundKeyCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "PERSON", description = "Name or e-mail address, whole.")
  private String person = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The credential's id.")
  private @Nullable String credential;

  @Mixin private DeskProof proof = new DeskProof();
  @Mixin private ChangeOptions change = new ChangeOptions();

  DeskFoundKeyCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ReplaceLostKey flow = useCases.desk().lostKey();
    State state = flow.lookAtLost(person, Optional.ofNullable(credential));
    if (!state.stopped()) {
      return told(false, "not-lost", state, "That key was not reported lost.");
    }
    Proof by = proof.of(state);
    String preview = "The key would sign in again, after a code.";
    if (!change.wanted(root.context(), List.of(preview), terminal().inIsTerminal())) {
      return told(false, "preview", state, preview);
    }
    if (proof.sendOnly() || (by == Proof.EMAIL && terminal().inIsTerminal())) {
      flow.sendCode(state);
      if (proof.sendOnly()) {
        return told(true, "code-sent", state, "A code is on its way to their address.");
      }
    }
    char[] code = SecretQuestion.ask(root.context(), false, "Code that they tell you: ", "code");
    State now = flow.found(state, by, new String(code));
    Arrays.fill(code, '\0');
    return told(true, "found", now, "The key signs in again.");
  }

  private int told(boolean done, String step, State state, String line) {
    answer(
        documents -> DeskDocuments.lostKey(done, step, state, Optional.empty(), documents),
        List.of(line));
    return ExitCode.DONE;
  }
}
