package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trace.DeleteRecordings;
import dev.touchstone.key.trace.file.RecordingsFolder.Kept;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone trace delete} */
@Command(
    name = "delete",
    header = "Delete recordings",
    description = {"", "Without --yes it only says what would be lost.", ""})
final class TraceDeleteCommand extends TouchstoneCommand {

  @Parameters(arity = "0..*", paramLabel = "RECORDING", description = "Which ones.")
  private List<String> recordings = new ArrayList<>();

  @Option(names = "--all", description = "All of them.")
  private boolean all;

  @Option(
      names = {"-y", "--yes"},
      description = "Do it.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Only say what would be lost, whatever else is said.")
  private boolean dryRun;

  TraceDeleteCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if (all != recordings.isEmpty()) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE, "Name the recordings to delete, or say --all.", "", "", ""));
    }
    DeleteRecordings delete = useCases.traces().deleteRecordings();
    boolean done = yes && !dryRun;
    List<Kept> gone = done ? delete.apply(recordings) : delete.preview(recordings);
    List<String> lines = new ArrayList<>();
    gone.forEach(it -> lines.add((done ? "Deleted " : "Would delete ") + it.id()));
    if (gone.isEmpty()) {
      lines.add("There are no recordings.");
    } else if (!done) {
      lines.add("Nothing was deleted; add --yes to do it.");
    }
    answer(_ -> TraceDocuments.deleted(done, gone), lines);
    return ExitCode.DONE;
  }
}
