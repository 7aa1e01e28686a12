package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.desk.lost.Enrolments.Approved;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone desk approve} */
@Command(
    name = "approve",
    header = "Approve a new key as the second operator",
    description = {"", "Prints a one-time code, this once. It is good for an hour.", ""})
final class DeskApproveCommand extends DeskDecision {

  DeskApproveCommand(RootCommand root) {
    super(root);
  }

  @Override
  String consequence() {
    return "Their keys would sign nobody in from now on, and you would get a one-time code for"
        + " them.";
  }

  @Override
  void decide(Listed listed, UseCases useCases) throws Failure {
    Approved approved = useCases.desk().people().approve(listed.enrolment().id());
    answer(
        _ -> DeskDocuments.approved(approved),
        List.of(
            "Code, shown this once: " + approved.code(),
            "Good until %s, for one key: 'touchstone desk redeem'."
                .formatted(Moment.of(approved.listed().enrolment().expires()))));
  }
}
