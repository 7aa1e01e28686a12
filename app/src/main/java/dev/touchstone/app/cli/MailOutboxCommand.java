package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone mail outbox} */
@Command(
    name = "outbox",
    header = "List the mail in the outbox folder, the newest first",
    description = {
      "",
      "It is there where no mail server is chosen; it holds codes as they are.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class MailOutboxCommand extends TouchstoneCommand {

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "NUMBER",
      description = "How many at most; 100 unless given.")
  private int limit = Page.USUAL;

  MailOutboxCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<OutboxMail> mails = useCases.mail().outbox(Page.limit(limit));
    answer(_ -> MailDocuments.outbox(mails), text(mails));
    return ExitCode.DONE;
  }

  private List<String> text(List<OutboxMail> mails) {
    if (mails.isEmpty()) {
      return List.of("The outbox is empty.");
    }
    Table table = new Table("NAME", "SENT", "TO", "SUBJECT").yielding("TO", "SUBJECT");
    mails.forEach(
        it -> table.row(it.name(), it.sent().map(Moment::of).orElse(""), it.to(), it.subject()));
    return table.lines(terminal().sheet());
  }
}
