package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.Outcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of the audit trail. */
final class AuditFilterOptions {

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhd])");

  @Option(
      names = "--event",
      paramLabel = "NAME",
      description = "Only this event, or those that begin so: sign-in, sign-in.complete, user.")
  private List<String> events = List.of();

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "Only what ended so: succeeded, refused or failed.")
  private @Nullable Outcome outcome;

  @Option(names = "--actor", paramLabel = "NAME", description = "Only what this one did.")
  private String actor = "";

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "Only what was done for or to this user.")
  private String user = "";

  @Option(names = "--address", paramLabel = "ADDRESS", description = "Only from this address.")
  private String address = "";

  @Option(
      names = {"-s", "--search"},
      paramLabel = "WORDS",
      description = "Only with this in a name, address, program, reason or credential id.")
  private String words = "";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Not before: 30m, 12h, 7d (ago), 2026-11-20, or 2026-11-20T12:00:00Z.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Before this time.")
  private @Nullable String until;

  /** These conditions on top of those of a question. */
  AuditFilter on(AuditFilter question, Instant now) throws Failure {
    AuditFilter filter =
        question
            .people(actor, user, address)
            .words(words)
            .between(time(since, now), time(until, now));
    if (outcome != null) {
      filter = filter.outcome(Optional.of(outcome));
    }
    return events.isEmpty() ? filter : filter.events(events);
  }

  /** The earliest time that was asked for. */
  Optional<Instant> since(Instant now) throws Failure {
    return time(since, now);
  }

  static Optional<Instant> time(@Nullable String text, Instant now) throws Failure {
    return text == null ? Optional.empty() : Optional.of(moment(text, now));
  }

  private static Instant moment(String text, Instant now) throws Failure {
    Matcher ago = AGO.matcher(text);
    try {
      if (ago.matches()) {
        long count = Long.parseLong(ago.group(1));
        return now.minus(
            switch (ago.group(2)) {
              case "m" -> Duration.ofMinutes(count);
              case "h" -> Duration.ofHours(count);
              default -> Duration.ofDays(count);
            });
      }
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "'%s' is no time.".formatted(text),
              "",
              "Write it like 7d, 2026-11-20 or 2026-11-20T12:00:00Z.",
              ""),
          e);
    }
  }
}
