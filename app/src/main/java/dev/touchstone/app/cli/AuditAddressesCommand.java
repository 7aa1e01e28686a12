package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.audit.AddressSpread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone audit addresses} */
@Command(
    name = "addresses",
    header = "List users who signed in from several addresses",
    description = {"", "Those with the most addresses come first.", ""})
final class AuditAddressesCommand extends TouchstoneCommand {

  private static final Duration USUAL = Duration.ofDays(30);

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Since when; 30 days unless given. 12h, 7d, or 2026-11-20.")
  private @Nullable String since;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "NUMBER",
      description = "How many users at most; 100 unless given.")
  private int limit = Page.USUAL;

  AuditAddressesCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Instant now = useCases.clock().instant();
    Instant from = AuditFilterOptions.time(since, now).orElse(now.minus(USUAL));
    List<AddressSpread> users = useCases.audit().severalAddresses(from, Page.limit(limit));
    answer(_ -> AuditDocuments.addresses(users), text(users));
    return ExitCode.DONE;
  }

  private List<String> text(List<AddressSpread> users) {
    if (users.isEmpty()) {
      return List.of("Nobody signed in from several addresses in this time.");
    }
    Table table = new Table("USER", "ADDRESSES", "SIGN-INS", "FIRST", "LAST").sparing("FIRST");
    users.forEach(it ->
        table.row(
            it.subject(),
            String.valueOf(it.addresses()),
            String.valueOf(it.signIns()),
            Moment.of(it.first()),
            Moment.of(it.last())));
    return table.lines(terminal().sheet());
  }
}
