package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands share: settings, and an answer as text or as one JSON document. */
abstract class TouchstoneCommand implements Callable<Integer> {

  final RootCommand root;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON document instead of text; failures too.")
  private boolean json;

  TouchstoneCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public final Integer call() throws Failure, SettingsException {
    Settings settings = root.recorded(adjusted(root.settings()), spec);
    try (UseCases useCases = root.context().useCases().apply(settings)) {
      useCases
          .keys()
          .chooseByTouch()
          .tell(
              new TerminalTouch(
                  terminal(), useCases.virtualTouch(), root.context().cancellation()));
      try {
        return root.traced(useCases, () -> run(useCases));
      } finally {
        tellWhatIsNotInTheTrail(useCases);
      }
    }
  }

  /** What was done is done, whether or not the trail could take it; but it is told. */
  private void tellWhatIsNotInTheTrail(UseCases useCases) {
    for (Advice advice : useCases.trail().settle()) {
      Paragraph.lines(Visible.of(advice.paragraph()), terminal().columns())
          .forEach(terminal().err()::println);
    }
  }

  /** Does it and answers with the exit code. */
  abstract int run(UseCases useCases) throws Failure;

  /** The settings with this command's own options in place. */
  Settings adjusted(Settings settings) {
    return settings;
  }

  boolean wantsJson() {
    return json;
  }

  Terminal terminal() {
    return root.context().terminal();
  }

  Style style() {
    return terminal().style();
  }

  /** Answers in the form that was asked for. */
  void answer(Function<Documents, ObjectNode> document, List<String> text) {
    if (json) {
      Documents documents = new Documents();
      terminal().out().print(documents.text(document.apply(documents)));
    } else {
      text.forEach(terminal().out()::println);
    }
  }

  /** Answers with a ceremony and its exit code. */
  int answer(CeremonyResult result, boolean verbose) {
    StepList.Detail detail = verbose ? StepList.Detail.EVERYTHING : StepList.Detail.TITLES;
    answer(
        documents -> documents.ceremony(result),
        new CeremonyReport(detail, terminal().sheet()).lines(result));
    return result.verdict().accepted() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
