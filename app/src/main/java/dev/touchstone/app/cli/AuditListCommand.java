package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.audit.AuditPage;
import dev.touchstone.rp.audit.AuditPlace;
import dev.touchstone.rp.audit.AuditQuestion;
import dev.touchstone.rp.audit.AuditRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rows of the audit trail: all of them, or those that answer a question. */
abstract class AuditListCommand extends TouchstoneCommand {

  private final AuditQuestion question;

  @Mixin private AuditFilterOptions filter = new AuditFilterOptions();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "NUMBER",
      description = "How many rows at most; 100 unless given.")
  private int limit = Page.USUAL;

  @Option(
      names = "--before",
      paramLabel = "PLACE",
      description = "Go on behind the last page, at the place that it told.")
  private @Nullable String before;

  AuditListCommand(RootCommand root, AuditQuestion question) {
    super(root);
    this.question = question;
  }

  /** {@code touchstone audit list} */
  @Command(
      name = "list",
      header = "List what happened, the newest first",
      description = {"", "With --json each row is whole, with its hash.", ""})
  static final class Latest extends AuditListCommand {
    Latest(RootCommand root) {
      super(root, AuditQuestion.LATEST);
    }
  }

  /** {@code touchstone audit failed-sign-ins} */
  @Command(name = "failed-sign-ins", header = "List sign-ins that were refused or failed, and why")
  static final class FailedSignIns extends AuditListCommand {
    FailedSignIns(RootCommand root) {
      super(root, AuditQuestion.FAILED_SIGN_INS);
    }
  }

  /** {@code touchstone audit refused} */
  @Command(name = "refused", header = "List what somebody was not allowed to do")
  static final class Refused extends AuditListCommand {
    Refused(RootCommand root) {
      super(root, AuditQuestion.REFUSED_ACCESS);
    }
  }

  /** {@code touchstone audit counters} */
  @Command(
      name = "counters",
      header = "List credentials whose counter went back, and what they did since")
  static final class Counters extends AuditListCommand {
    Counters(RootCommand root) {
      super(root, AuditQuestion.COUNTERS);
    }
  }

  /** {@code touchstone audit changes} */
  @Command(
      name = "changes",
      header = "List who changed accounts, credentials, keys, settings and the trail itself")
  static final class Changes extends AuditListCommand {
    Changes(RootCommand root) {
      super(root, AuditQuestion.ADMINISTRATION);
    }
  }

  @Override
  int run(UseCases useCases) throws Failure {
    AuditPage page =
        useCases
            .audit()
            .list(
                filter.on(question.filter(), useCases.clock().instant()),
                place(),
                Page.limit(limit));
    answer(_ -> AuditDocuments.page(page), text(page));
    return ExitCode.DONE;
  }

  private Optional<AuditPlace> place() throws Failure {
    if (before == null) {
      return Optional.empty();
    }
    Optional<AuditPlace> place = AuditPlace.parse(before);
    if (place.isEmpty()) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "'%s' is no place in the audit trail.".formatted(before),
              "",
              "Use the place that the last page told.",
              ""));
    }
    return place;
  }

  private List<String> text(AuditPage page) {
    if (page.rows().isEmpty()) {
      return List.of("Nothing of the kind is in the audit trail.");
    }
    Table table =
        new Table("WHEN", "EVENT", "OUTCOME", "WHO", "FOR WHOM", "FROM", "WHY")
            .yielding("WHY", "WHO", "FOR WHOM")
            .sparing("FROM");
    for (AuditRow row : page.rows()) {
      table.row(
          Moment.of(row.when()),
          row.event(),
          row.outcome(),
          row.actor(),
          row.subject(),
          row.address(),
          row.reason().isEmpty() ? facts(row) : row.reason());
    }
    List<String> lines = new ArrayList<>(table.lines(terminal().sheet()));
    page.next().ifPresent(it -> lines.add("More: --before " + it));
    return lines;
  }

  private static String facts(AuditRow row) {
    return row.facts().entrySet().stream()
        .map(it -> it.getKey().replace('_', ' ') + " " + it.getValue())
        .collect(Collectors.joining(", "));
  }
}
