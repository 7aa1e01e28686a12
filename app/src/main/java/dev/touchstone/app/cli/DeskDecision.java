package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that decides a request, after it was shown. */
abstract class DeskDecision extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "REQUEST",
      description = "Its id, as 'touchstone desk requests' lists it.")
  private String id = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  DeskDecision(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Listed listed =
        useCases.desk().people().requests().stream()
            .filter(it -> it.enrolment().id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new Failure(
                    new Advice(
                        Advice.Kind.USAGE,
                        "There is no such request.",
                        "Nothing was changed.",
                        "List them with 'touchstone desk requests'.",
                        "")));
    List<String> preview =
        List.of(
            "%s asked for a new key for %s: %s"
                .formatted(
                    Visible.line(listed.enrolment().askedBy().name()),
                    Visible.line(listed.user().name()),
                    Visible.line(listed.enrolment().reason())),
            consequence(listed));
    if (!change.wanted(root.context(), preview, terminal().inIsTerminal())) {
      answer(_ -> DeskDocuments.asked(false, Optional.of(listed)), preview);
      return ExitCode.DONE;
    }
    decide(listed, useCases);
    return ExitCode.DONE;
  }

  /** What the decision would mean, one sentence. */
  abstract String consequence(Listed listed);

  /** Decides, and answers. */
  abstract void decide(Listed listed, UseCases useCases) throws Failure;
}
