package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.DatabaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code touchstone database} */
@Command(
    name = "database",
    header = "Show where the records are, how many, and whether they are sound",
    description = {"", "Reads only; in a large file it takes a while, for it reads all of it.", ""},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone database",
      "  touchstone database move --to postgresql://touchstone@db.example:5432/touchstone --dry-run"
    })
final class DatabaseCommand extends TouchstoneCommand {

  DatabaseCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    DatabaseLocation location = useCases.store().location();
    Optional<DatabaseReport> report = useCases.store().report();
    answer(_ -> StoreDocuments.database(location, report), text(location, report));
    return report.filter(it -> !it.damage().isEmpty()).isPresent()
        ? ExitCode.FAILED
        : ExitCode.DONE;
  }

  private List<String> text(DatabaseLocation location, Optional<DatabaseReport> report) {
    if (report.isEmpty()) {
      return List.of("%s is not there yet; the first registration makes it.".formatted(location));
    }
    DatabaseReport it = report.get();
    List<String> lines = new ArrayList<>();
    lines.add(Visible.line(location.toString()));
    lines.add(it.damage().isEmpty() ? "It is sound." : "It is damaged: %s.".formatted(it.damage()));
    lines.add("Schema %d of %d, %,d bytes.".formatted(it.schema(), it.newest(), it.bytes()));
    it.facts().forEach((name, value) -> lines.add("%s: %s".formatted(name, value)));
    if (!it.rows().isEmpty()) {
      Table table = new Table("TABLE", "ROWS");
      it.rows().forEach((name, rows) -> table.row(name, "%,d".formatted(rows)));
      lines.add("");
      lines.addAll(table.lines(terminal().sheet()));
    }
    return lines;
  }
}
