package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code touchstone desk decline} */
@Command(
    name = "decline",
    header = "Decline a request, or take the own one back",
    description = {
      "",
      "Also one that was approved, until its code has made a key: then the code is called back."
          + " The keys that the approval stopped stay stopped.",
      ""
    })
final class DeskDeclineCommand extends DeskDecision {

  DeskDeclineCommand(RootCommand root) {
    super(root);
  }

  @Override
  String consequence(Listed listed) {
    return listed.enrolment().state() == Enrolment.State.ASKED
        ? "Nothing would change for them."
        : "The code would be good for nothing any more; the keys that were stopped stay so.";
  }

  @Override
  void decide(Listed listed, UseCases useCases) throws Failure {
    Listed declined = useCases.desk().people().decline(listed.enrolment().id());
    answer(
        _ -> DeskDocuments.asked(true, Optional.of(declined)),
        List.of("The request is %s.".formatted(declined.enrolment().state().word())));
  }
}
