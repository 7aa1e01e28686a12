package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone desk requests} */
@Command(name = "requests", header = "List requests for new keys, newest first")
final class DeskRequestsCommand extends TouchstoneCommand {

  DeskRequestsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Listed> requests = useCases.desk().people().requests();
    answer(_ -> DeskDocuments.requests(requests), text(requests));
    return ExitCode.DONE;
  }

  private List<String> text(List<Listed> requests) {
    if (requests.isEmpty()) {
      return List.of("Nobody lost everything so far.");
    }
    Table table =
        new Table("ID", "FOR", "STATE", "ASKED BY", "DECIDED BY", "EXPIRES", "REASON")
            .yielding("REASON", "FOR")
            .sparing("EXPIRES");
    for (Listed it : requests) {
      table.row(
          it.enrolment().id(),
          it.user().name(),
          it.enrolment().state().word(),
          it.enrolment().askedBy().name(),
          it.enrolment().decided().map(decision -> decision.by().name()).orElse(""),
          Moment.of(it.enrolment().expires()),
          it.enrolment().reason());
    }
    return table.lines(terminal().sheet());
  }
}
