package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trace.CompareRecordings;
import dev.touchstone.key.trace.compare.Comparison;
import dev.touchstone.key.trace.compare.Difference;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone trace compare} */
@Command(
    name = "compare",
    header = "Tell what differs between two recordings",
    description = {
      "",
      "Command by command: parameters, status, what the key answered, and time where one took much"
          + " longer. What is different every time (challenges, keys, signatures, ids, counters) is"
          + " left out. Exit code 1 when something differs.",
      ""
    })
final class TraceCompareCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "LEFT", description = "Such as that of the key that works.")
  private String left = "";

  @Parameters(index = "1", paramLabel = "RIGHT", description = "That of the one that does not.")
  private String right = "";

  @Option(
      names = {"-v", "--verbose"},
      description = "Show the commands that did the same too.")
  private boolean verbose;

  TraceCompareCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    CompareRecordings.Result result = useCases.traces().compareRecordings().run(left, right);
    Comparison comparison = result.comparison();
    answer(_ -> TraceDocuments.compared(comparison), text(comparison));
    return comparison.same() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<String> text(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    int same = 0;
    for (Comparison.Pair pair : comparison.pairs()) {
      if (pair.same()) {
        same++;
        if (verbose) {
          lines.add("= " + pair.left().orElseThrow().title());
        }
      } else if (pair.right().isEmpty()) {
        lines.add("< " + style().strong(pair.left().orElseThrow().title()) + "  only on the left");
      } else if (pair.left().isEmpty()) {
        lines.add(
            "> " + style().strong(pair.right().orElseThrow().title()) + "  only on the right");
      } else {
        lines.add("≠ " + style().strong(pair.left().orElseThrow().title()));
        pair.differences().forEach(it -> add(it, lines));
      }
    }
    lines.add(
        comparison.same()
            ? "Both did the same: %d commands.".formatted(same)
            : "%d of %d commands did the same.".formatted(same, comparison.pairs().size()));
    return lines;
  }

  private void add(Difference difference, List<String> lines) {
    lines.add("    " + Visible.line(difference.where()));
    lines.add("      left   " + shown(difference.left()));
    lines.add("      right  " + shown(difference.right()));
  }

  private String shown(String value) {
    return value.isEmpty()
        ? style().dim("(not there)")
        : terminal().sheet().shorten(Visible.line(value), terminal().columns() - 13);
  }
}
