package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.QueuedMail;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone mail queue} */
@Command(
    name = "queue",
    header = "List mail that waits, and what became of the rest",
    description = {"", "What it says is encrypted while it waits, and forgotten afterwards.", ""},
    commandListHeading = "%nCommands:%n")
final class MailQueueCommand extends TouchstoneCommand {

  @Option(
      names = "--state",
      paramLabel = "STATE",
      completionCandidates = Words.MailStates.class,
      description = "Only waiting, sent, failed or withheld.")
  private @Nullable String state;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "NUMBER",
      description = "How many at most; 100 unless given.")
  private int limit = Page.USUAL;

  MailQueueCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<QueuedMail> mails = useCases.mail().queue(state(), Page.limit(limit));
    answer(_ -> MailDocuments.queue(mails), text(mails));
    return ExitCode.DONE;
  }

  private Optional<MailState> state() throws Failure {
    if (state == null) {
      return Optional.empty();
    }
    Optional<MailState> known = MailState.of(state);
    if (known.isEmpty()) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "'%s' is no state of a mail; there are waiting, sent, failed and withheld."
                  .formatted(state),
              "",
              "",
              ""));
    }
    return known;
  }

  private List<String> text(List<QueuedMail> mails) {
    if (mails.isEmpty()) {
      return List.of(
          state == null ? "The queue is empty." : "No mail in it is %s.".formatted(state));
    }
    Table table =
        new Table("ID", "STATE", "KIND", "RECIPIENT", "MADE", "ATTEMPTS", "REPLY")
            .yielding("RECIPIENT", "REPLY")
            .sparing("MADE", "KIND");
    for (QueuedMail it : mails) {
      table.row(
          it.id(),
          it.state().word(),
          it.kind(),
          it.recipient(),
          Moment.of(it.created()),
          String.valueOf(it.attempts()),
          it.reply());
    }
    return table.lines(terminal().sheet());
  }
}
