package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.ReplaceLostKey;
import dev.touchstone.app.usecase.ReplaceLostKey.State;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone desk lost-key} */
@Command(
    name = "lost-key",
    header = "Replace a lost key after an identity check",
    description = {
      "",
      "The person proves by a code who they are; from that moment the lost key signs nobody in."
          + " Then a new key is registered, and only then the old credential is deleted. If it"
          + " breaks off in between, the same command goes on, for half an hour without another"
          + " code.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone desk lost-key ada@example.org",
      "  touchstone desk lost-key ada@example.org --send-code",
      "  echo '1234 5678' | touchstone desk lost-key ada@example.org --yes --key hid-2"
    })
final class DeskLostKeyCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "PERSON", description = "Name or e-mail address, whole.")
  private String person = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "The lost credential's id or its beginning; needed if there are several.")
  private @Nullable String credential;

  @Option(names = "--label", paramLabel = "TEXT", description = "What lists call the new key.")
  private @Nullable String label;

  @Mixin private DeskProof proof = new DeskProof();
  @Mixin private KeyOptions key = new KeyOptions();
  @Mixin private ChangeOptions change = new ChangeOptions();

  DeskLostKeyCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ReplaceLostKey flow = useCases.desk().lostKey();
    State state = flow.look(person, Optional.ofNullable(credential));
    if (!state.proven()) {
      Proof _ = proof.of(state); // told before anything is asked
    }
    List<String> preview = preview(state);
    boolean answerable = terminal().inIsTerminal() && !key.pinFromStandardInput();
    if (!change.wanted(root.context(), preview, answerable)) {
      return told("preview", state, preview);
    }
    if (proof.sendOnly()) {
      flow.sendCode(state);
      return told("code-sent", state, List.of("A code is on its way to their address."));
    }
    State proven = state.proven() ? state : prove(flow, state);
    CeremonyResult result =
        flow.replace(
            proven,
            key.key(),
            Optional.ofNullable(label),
            key.watcher(root.context(), useCases),
            root.context().cancellation());
    boolean accepted = result.verdict().accepted();
    List<String> lines =
        new ArrayList<>(
            new CeremonyReport(StepList.Detail.TITLES, terminal().sheet()).lines(result));
    lines.add(
        accepted
            ? "The new key is registered, and the lost one is gone."
            : "The new key was refused. The lost one signs nobody in; go on with another key.");
    answer(
        documents ->
            DeskDocuments.lostKey(
                accepted,
                accepted ? "replaced" : "refused",
                proven,
                Optional.of(result),
                documents),
        lines);
    return accepted ? ExitCode.DONE : ExitCode.FAILED;
  }

  private State prove(ReplaceLostKey flow, State state) throws Failure {
    Proof by = proof.of(state);
    if (by == Proof.EMAIL && terminal().inIsTerminal()) {
      flow.sendCode(state);
    }
    char[] code = SecretQuestion.ask(root.context(), false, "Code that they tell you: ", "code");
    try {
      return flow.report(state, by, new String(code));
    } finally {
      Arrays.fill(code, '\0');
    }
  }

  private int told(String step, State state, List<String> lines) {
    boolean done = step.equals("code-sent");
    answer(
        documents -> DeskDocuments.lostKey(done, step, state, Optional.empty(), documents), lines);
    return ExitCode.DONE;
  }

  private static List<String> preview(State state) {
    String name = Visible.line(state.person().facts().user().name());
    List<String> lines = new ArrayList<>();
    lines.add("%s of %s would be replaced.".formatted(Visible.line(label(state)), name));
    lines.add(
        state.proven()
            ? "They proved who they are; a new key is registered, then the old credential is"
                + " deleted."
            : "They tell a code; then the lost key signs nobody in, a new one is registered, and"
                + " the old credential is deleted.");
    state.person().warnings().forEach(it -> lines.add("Warning: " + Visible.line(it.sentence())));
    return lines;
  }

  private static String label(State state) {
    return state.credential().label().isEmpty()
        ? state.credential().id()
        : "'%s' (%s)".formatted(state.credential().label(), state.credential().id());
  }
}
