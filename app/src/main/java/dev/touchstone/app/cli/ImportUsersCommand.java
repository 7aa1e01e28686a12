package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.admin.transfer.ImportReport;
import dev.touchstone.rp.admin.transfer.UserFile;
import dev.touchstone.rp.admin.transfer.UserImport.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone users import} */
@Command(
    name = "import",
    header = "Make many users from a file",
    description = {
      "",
      "CSV with the columns name, display_name, first_name, last_name, email, date_of_birth,"
          + " job_title, role, status, as many as there are; or JSON with the same members. If one"
          + " row is wrong nothing is stored, unless --skip-bad.",
      ""
    })
final class ImportUsersCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "FILE", description = "UTF-8.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv or json, whatever the file is called.")
  private @Nullable UserFile format;

  @Option(names = "--skip-bad", description = "Take the rows that are good.")
  private boolean skipBad;

  @Mixin private ChangeOptions change = new ChangeOptions();

  ImportUsersCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    UserFile kind = format == null ? UserFile.of(file.toString()) : format;
    ImportReport preview = useCases.accounts().importFrom(file, kind, Wish.PREVIEW);
    boolean possible = preview.good() > 0 && (skipBad || preview.problemsInAll() == 0);
    boolean wanted = possible && change.wanted(root.context(), question(preview), true);
    ImportReport report =
        wanted
            ? useCases
                .accounts()
                .importFrom(file, kind, skipBad ? Wish.SKIP_BAD : Wish.ALL_OR_NOTHING)
            : preview;
    answer(_ -> UserDocuments.imported(report), text(report));
    return wanted == report.stored() && (possible || preview.rows() == 0)
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }

  private static List<String> question(ImportReport report) {
    return List.of(
        "%s would be made from %,d row%s; %,d would be left out."
            .formatted(
                users(report.good()),
                report.rows(),
                report.rows() == 1 ? "" : "s",
                report.problemsInAll()));
  }

  private List<String> text(ImportReport report) {
    List<String> lines = new ArrayList<>();
    report
        .problems()
        .forEach(it ->
            lines.add(
                "Line %d%s: %s"
                    .formatted(
                        it.line(),
                        it.name().isEmpty() ? "" : " (" + Visible.line(it.name()) + ")",
                        String.join(" ", it.sentences()))));
    if (report.problemsInAll() > report.problems().size()) {
      lines.add("… and %,d more.".formatted(report.problemsInAll() - report.problems().size()));
    }
    lines.add(
        report.stored()
            ? "Made %s; %,d left out.".formatted(users(report.good()), report.problemsInAll())
            : "Nothing was stored: %s could be made, %,d row%s cannot be taken."
                .formatted(
                    users(report.good()),
                    report.problemsInAll(),
                    report.problemsInAll() == 1 ? "" : "s"));
    return lines;
  }

  private static String users(long count) {
    return count == 1 ? "1 user" : "%,d users".formatted(count);
  }
}
