package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.store.move.TableContent;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone database move} */
@Command(
    name = "move",
    header = "Copy everything from the SQLite file to an empty PostgreSQL database",
    description = {
      "",
      "Stop every server first: what is written to the file afterwards is not in the copy. All of"
          + " it is copied or none, and read again there: rows and a digest of each table must be"
          + " the same. The file stays as it is, but for the row of its audit trail about this,"
          + " which moves along. The password stands in the file that database.password-file names,"
          + " or in TOUCHSTONE_DATABASE_PASSWORD. Where operators sign in, it is for"
          + " administrators.",
      ""
    })
final class MoveDatabaseCommand extends TouchstoneCommand {

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "postgresql://user@host:5432/name?sslmode=verify-full")
  private String to = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  MoveDatabaseCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<TableContent> preview = useCases.store().previewMove(to);
    long rows = preview.stream().mapToLong(TableContent::rows).sum();
    String sentence =
        "Would copy %,d rows of %d tables from %s to %s."
            .formatted(rows, preview.size(), useCases.store().location(), to);
    boolean done = change.wanted(root.context(), List.of(sentence), true);
    List<TableContent> tables = done ? useCases.store().move(to) : preview;
    answer(
        _ -> StoreDocuments.moved(useCases.store().location(), to, done, tables),
        done ? done(tables) : List.of(sentence, "Nothing was changed."));
    return ExitCode.DONE;
  }

  private List<String> done(List<TableContent> tables) {
    Table table = new Table("TABLE", "ROWS", "SHA-256").yielding("SHA-256");
    tables.forEach(it -> table.row(it.table(), "%,d".formatted(it.rows()), it.digest()));
    List<String> lines = new ArrayList<>(table.lines(terminal().sheet()));
    lines.add("");
    lines.add("All of it arrived. To use it, put this into settings.properties:");
    lines.add("database = " + Visible.line(to));
    return lines;
  }
}
