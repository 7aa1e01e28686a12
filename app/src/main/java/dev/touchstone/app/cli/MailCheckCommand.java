package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.mail.smtp.MailCheck;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone mail check} */
@Command(
    name = "check",
    header = "Try the mail server step by step, without sending anything",
    description = {
      "",
      "Name resolution, connection, TLS, login, sender, recipient: the first step that fails is"
          + " told with what the server said, and the password never.",
      ""
    })
final class MailCheckCommand extends TouchstoneCommand {

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      description = "A recipient to ask the server about; without one it ends at the sender.")
  private @Nullable String to;

  MailCheckCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<MailCheck.Finding> findings = useCases.mail().check(Optional.ofNullable(to));
    answer(_ -> MailDocuments.check(findings), text(findings));
    return findings.stream().allMatch(MailCheck.Finding::passed) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static List<String> text(List<MailCheck.Finding> findings) {
    return findings.stream()
        .map(it ->
            "%-4s  %-15s  %s"
                .formatted(
                    it.passed() ? "ok" : "no", it.step().title(), Visible.line(it.sentence())))
        .toList();
  }
}
