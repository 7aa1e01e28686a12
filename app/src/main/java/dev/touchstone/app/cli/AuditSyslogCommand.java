package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.audit.SendToSyslog;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.admin.SyslogFollower;
import dev.touchstone.rp.audit.export.RowFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone audit syslog} */
@Command(
    name = "syslog",
    header = "Send the audit trail to a SIEM as it grows",
    description = {
      "",
      "RFC 5424 over TCP or TLS with octet counting, until Ctrl-C. It goes on where it stopped the"
          + " last time; a row may arrive twice and is told apart by writer and seq.",
      ""
    })
final class AuditSyslogCommand extends TouchstoneCommand {

  @Option(
      names = "--to",
      required = true,
      paramLabel = "RECEIVER",
      description = "tls://HOST:PORT or tcp://HOST:PORT.")
  private String to = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "json or cef; json unless given.")
  private RowFormat format = RowFormat.JSON;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates in PEM to believe in place of the system's.")
  private @Nullable Path authority;

  @Option(names = "--once", description = "Send what there is, and end.")
  private boolean once;

  AuditSyslogCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    SendToSyslog.Request request =
        new SendToSyslog.Request(to, Optional.ofNullable(authority), format);
    return once ? once(useCases, request) : follow(useCases.audit().syslog(request));
  }

  private int once(UseCases useCases, SendToSyslog.Request request) throws Failure {
    long count = useCases.audit().sendOnce(request);
    answer(
        _ -> AuditDocuments.sent(to, count),
        List.of("Sent %,d row%s to %s.".formatted(count, count == 1 ? "" : "s", to)));
    return ExitCode.DONE;
  }

  private int follow(SyslogFollower follower) throws Failure {
    Cancellation cancellation = root.context().cancellation();
    try (Cancellation.Subscription _ = cancellation.onCancel(follower::stop)) {
      follower.follow(sentence -> terminal().err().println(sentence));
    }
    throw new Failure(new Advice(Advice.Kind.CANCELLED, "Stopped.", "", "", ""));
  }
}
