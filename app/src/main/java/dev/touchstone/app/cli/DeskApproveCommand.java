package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.desk.lost.Enrolments.Approved;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  String consequence(Listed listed) {
    return "Their keys would sign nobody in from now on, and you would get a one-time code for"
        + " them.";
  }

  @Override
  void decide(Listed listed, UseCases useCases) throws Failure {
    Approved approved = useCases.desk().people().approve(listed.enrolment().id());
    Optional<String> link = link(useCases.settings(), approved.code());
    List<String> lines = new ArrayList<>();
    lines.add("Code, shown this once: " + approved.code());
    lines.add(
        "Good until %s, for one key: 'touchstone desk redeem', or on the server's page."
            .formatted(Moment.of(approved.listed().enrolment().expires())));
    link.ifPresent(it -> lines.add("The page with the code filled in: " + it));
    answer(_ -> DeskDocuments.approved(approved, link), lines);
  }

  /** Browsers send to no server what is behind the #. Who uses localhost has no page for others. */
  private static Optional<String> link(Settings settings, String code) {
    return settings.rpId().equals("localhost")
        ? Optional.empty()
        : Optional.of("%s/#enrol=%s".formatted(settings.origin(), code));
  }
}
