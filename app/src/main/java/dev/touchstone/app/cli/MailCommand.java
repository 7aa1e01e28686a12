package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.mail.MailUseCases.Overview;
import dev.touchstone.rp.mail.MailState;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone mail} */
@Command(
    name = "mail",
    header = "Show where mail goes, and how much waits",
    description = {
      "",
      "Until a server is chosen, mail goes into a folder: 'mail outbox' shows what lies there.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone mail outbox show latest",
      "  touchstone mail settings --host smtp.example.com --user keys --sender 'Keys"
          + " <keys@example.com>'",
      "  touchstone mail check --to ada@example.org"
    })
final class MailCommand extends TouchstoneCommand {

  MailCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Overview overview = useCases.mail().overview();
    answer(_ -> MailDocuments.overview(overview), text(overview));
    return ExitCode.DONE;
  }

  private static List<String> text(Overview overview) {
    List<String> lines = new ArrayList<>();
    lines.add("Mail goes to %s.".formatted(Visible.line(overview.destination())));
    for (MailState state : MailState.values()) {
      long count = overview.counts().getOrDefault(state, 0L);
      if (count > 0) {
        lines.add("%-8s  %,d".formatted(state.word(), count));
      }
    }
    return lines;
  }
}
