package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.admin.AuditRetention.Removal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone audit retain} */
@Command(
    name = "retain",
    header = "Remove rows that are older than a policy says",
    description = {
      "",
      "A signed checkpoint stays in their place, so that the rest can still be verified, and a row"
          + " that tells who removed how many.",
      ""
    })
final class AuditRetainCommand extends TouchstoneCommand {

  @Option(
      names = "--older-than",
      required = true,
      paramLabel = "TIME",
      description = "400d, or a day such as 2025-01-01.")
  private @Nullable String olderThan;

  @Mixin private ChangeOptions change = new ChangeOptions();

  AuditRetainCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Instant now = useCases.clock().instant();
    Instant before = AuditFilterOptions.time(olderThan, now).orElse(now);
    if (before.isAfter(now)) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE, "That time is in the future.", "Nothing was removed.", "", ""));
    }
    List<Removal> preview = useCases.audit().previewRetain(before);
    boolean wanted =
        !preview.isEmpty() && change.wanted(root.context(), text(preview, "would go"), true);
    List<Removal> removals = wanted ? useCases.audit().retain(before) : preview;
    answer(
        _ -> AuditDocuments.removed(wanted, before, removals),
        text(removals, wanted ? "are gone" : "would go"));
    return ExitCode.DONE;
  }

  private static List<String> text(List<Removal> removals, String what) {
    if (removals.isEmpty()) {
      return List.of("No row is so old.");
    }
    List<String> lines = new ArrayList<>();
    removals.forEach(it ->
        lines.add(
            "%,d row%s of %s up to row %d %s."
                .formatted(
                    it.rows(),
                    it.rows() == 1 ? "" : "s",
                    Visible.line(it.writer()),
                    it.upTo(),
                    what)));
    return lines;
  }
}
