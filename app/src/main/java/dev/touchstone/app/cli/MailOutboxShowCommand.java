package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone mail outbox show} */
@Command(
    name = "show",
    header = "Show a mail in the outbox folder",
    description = {"", "As a reader without HTML sees it; --json has the HTML too.", ""})
final class MailOutboxShowCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "Its name, or latest.")
  private String name = "";

  MailOutboxShowCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    OutboxMail mail = useCases.mail().outboxMail(name);
    List<String> lines = new ArrayList<>();
    lines.add("To: " + Visible.line(mail.to()));
    lines.add("Subject: " + Visible.line(mail.subject()));
    lines.add("");
    mail.text().lines().map(Visible::line).forEach(lines::add);
    answer(_ -> MailDocuments.outboxMail(mail), lines);
    return ExitCode.DONE;
  }
}
