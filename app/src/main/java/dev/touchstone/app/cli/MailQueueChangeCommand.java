package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.mail.QueuedMail;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is done to one mail in the queue. */
abstract class MailQueueChangeCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "ID", description = "As 'mail queue' tells it.")
  private String id = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  MailQueueChangeCommand(RootCommand root) {
    super(root);
  }

  /** {@code touchstone mail queue retry} */
  @Command(
      name = "retry",
      header = "Try a mail again at once",
      description = {"", "One that was sent cannot be: what it said is forgotten.", ""})
  static final class Retry extends MailQueueChangeCommand {
    Retry(RootCommand root) {
      super(root);
    }

    @Override
    String verb() {
      return "try again";
    }

    @Override
    QueuedMail change(UseCases useCases, QueuedMail mail) throws Failure {
      return useCases.mail().retry(mail.id());
    }
  }

  /** {@code touchstone mail queue drop} */
  @Command(
      name = "drop",
      header = "Forget a mail",
      description = {"", "One that waits is never sent then.", ""})
  static final class Drop extends MailQueueChangeCommand {
    Drop(RootCommand root) {
      super(root);
    }

    @Override
    String verb() {
      return "forget";
    }

    @Override
    QueuedMail change(UseCases useCases, QueuedMail mail) throws Failure {
      useCases.mail().drop(mail.id());
      return mail;
    }
  }

  abstract String verb();

  abstract QueuedMail change(UseCases useCases, QueuedMail mail) throws Failure;

  @Override
  int run(UseCases useCases) throws Failure {
    QueuedMail before = useCases.mail().mail(id);
    String preview =
        "Would %s the mail '%s' to %s (%s)."
            .formatted(
                verb(), before.kind(), Visible.line(before.recipient()), before.state().word());
    boolean done = change.wanted(root.context(), List.of(preview), true);
    QueuedMail after = done ? change(useCases, before) : before;
    answer(
        _ -> MailDocuments.changed(done, after),
        done
            ? List.of(
                "Done: %s. %s".formatted(after.state().word(), Visible.line(after.reply())).strip())
            : List.of(preview, "Nothing was changed."));
    return ExitCode.DONE;
  }
}
