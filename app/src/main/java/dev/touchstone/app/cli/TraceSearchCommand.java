package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trace.SearchRecordings;
import dev.touchstone.app.usecase.trace.SearchRecordings.Found;
import dev.touchstone.key.trace.export.EntryText;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.message.Names;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone trace search} */
@Command(
    name = "search",
    header = "Look for a text in all recordings",
    description = {
      "",
      "In the names of commands and statuses, and in what is in the messages. Exit code 1 when it is"
          + " nowhere.",
      ""
    })
final class TraceSearchCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "TEXT", description = "Such as example.com or PIN_INVALID.")
  private String text = "";

  TraceSearchCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    SearchRecordings search = useCases.traces().searchRecordings();
    List<Found> found =
        search.run(
            new Filter("", "", false, false, text), root.context().cancellation()::isCancelled);
    answer(_ -> TraceDocuments.found(found), wantsJson() ? List.of() : text(found));
    return found.isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private List<String> text(List<Found> found) {
    List<String> lines = new ArrayList<>();
    for (Found it : found) {
      lines.add(style().strong(it.id()));
      new EntryText(it.recording(), Names.SHOWN)
          .lines(it.entries(), EntryText.Detail.BRIEF)
          .forEach(line -> lines.add(Visible.line(line)));
    }
    if (found.isEmpty()) {
      lines.add("No recording has that in it.");
    }
    return lines;
  }
}
