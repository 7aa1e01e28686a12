package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.export.RowFormat;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone audit export} */
@Command(
    name = "export",
    header = "Write the audit trail as JSON Lines or CEF, the oldest first",
    description = {"", "That it was exported is a row of the trail too.", ""})
final class AuditExportCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "FILE", description = "Where to; replaced if it is there.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "json, one object a line, or cef; json unless given.")
  private RowFormat format = RowFormat.JSON;

  @Mixin private AuditFilterOptions filter = new AuditFilterOptions();

  AuditExportCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    AuditFilter rows = filter.on(AuditFilter.ALL, useCases.clock().instant());
    long count = useCases.audit().export(rows, format, file);
    answer(
        _ -> AuditDocuments.written(file.toString(), count),
        List.of("%,d rows are in %s.".formatted(count, file)));
    return ExitCode.DONE;
  }
}
