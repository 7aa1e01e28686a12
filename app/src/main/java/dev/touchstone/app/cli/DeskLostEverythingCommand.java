package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.desk.HelpPeople;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import dev.touchstone.rp.desk.person.Overview;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone desk lost-everything} */
@Command(
    name = "lost-everything",
    header = "Ask for a new key for somebody who lost everything",
    description = {
      "",
      "Another operator has to approve within a day: 'desk requests', 'desk approve'. Both sign in"
          + " with a key of their own: 'touchstone operator sign-in'.",
      ""
    })
final class DeskLostEverythingCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "PERSON", description = "Name or e-mail address, whole.")
  private String person = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "How you know that it is them; the other operator decides by that.")
  private String reason = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  DeskLostEverythingCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    HelpPeople people = useCases.desk().people();
    Overview overview = people.show(person);
    List<String> preview =
        List.of(
            "Another operator would be asked to approve a new key for %s."
                .formatted(Visible.line(overview.facts().user().name())),
            "Once they do, %d of their keys sign nobody in any more."
                .formatted(overview.facts().credentials().size()));
    if (!change.wanted(root.context(), preview, terminal().inIsTerminal())) {
      answer(_ -> DeskDocuments.asked(false, Optional.empty()), preview);
      return ExitCode.DONE;
    }
    Listed asked = people.ask(person, reason);
    answer(
        _ -> DeskDocuments.asked(true, Optional.of(asked)),
        List.of(
            "Request %s waits for another operator until %s."
                .formatted(asked.enrolment().id(), Moment.of(asked.enrolment().expires()))));
    return ExitCode.DONE;
  }
}
