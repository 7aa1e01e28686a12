package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.admin.transfer.UserFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone users export} */
@Command(
    name = "export",
    header = "Write users to a file, without their credentials",
    description = {
      "",
      "CSV, or JSON if the file is called so. In CSV what a spreadsheet would take for a formula"
          + " stands behind an apostrophe. That it was exported is a row of the audit trail.",
      ""
    })
final class ExportUsersCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "FILE", description = "Where to; replaced if it is there.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv or json, whatever the file is called.")
  private @Nullable UserFile format;

  @Mixin private UserFilterOptions filter = new UserFilterOptions();

  ExportUsersCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    UserFile kind = format == null ? UserFile.of(file.toString()) : format;
    long count = useCases.accounts().exportTo(file, kind, filter.query("", Page.MOST));
    answer(
        _ -> AuditDocuments.written(file.toString(), count),
        List.of("%,d user%s in %s.".formatted(count, count == 1 ? " is" : "s are", file)));
    return ExitCode.DONE;
  }
}
