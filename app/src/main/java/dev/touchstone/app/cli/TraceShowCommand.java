package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.trace.export.EntryText;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone trace show} */
@Command(
    name = "show",
    header = "Show what happened in a run, in its order",
    description = {
      "",
      "→ to the key, ← from the key, ? the person, = the relying party, ! the wire.",
      ""
    })
final class TraceShowCommand extends TouchstoneCommand {

  private static final int A_SCREENFUL = 200;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RECORDING",
      defaultValue = "last",
      description = "Which one (usually ${DEFAULT-VALUE}).")
  private String recording = "";

  @Mixin private TraceFilter filter = new TraceFilter();

  @Option(
      names = "--from",
      paramLabel = "N",
      defaultValue = "0",
      description = "Begin with the entry of this number among those to be shown.")
  private int from;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show so many; on a terminal usually 200, elsewhere all.")
  private int limit;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show what is in each message, in diagnostic notation (RFC 8949 §8).")
  private boolean verbose;

  @Option(names = "--packets", description = "Show the packets too, byte by byte.")
  private boolean packets;

  TraceShowCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if (from < 0 || limit < 0) {
      throw new Failure(
          new Advice(Advice.Kind.USAGE, "--from and --limit are not negative.", "", "", ""));
    }
    Recording opened = useCases.traces().openRecording().run(recording);
    int[] matching = filter.filter().in(opened, root.context().cancellation()::isCancelled);
    int most = limit > 0 ? limit : terminal().outIsTerminal() ? A_SCREENFUL : Integer.MAX_VALUE;
    int begin = Math.min(from, matching.length);
    int end = (int) Math.min((long) begin + most, matching.length);
    int[] shown = Arrays.copyOfRange(matching, begin, end);
    answer(
        _ -> TraceDocuments.page(opened, matching.length, begin, shown),
        wantsJson() ? List.of() : text(opened, matching.length, end, shown));
    return ExitCode.DONE;
  }

  private List<String> text(Recording opened, int total, int end, int[] shown) {
    EntryText.Detail detail =
        packets
            ? EntryText.Detail.PACKETS
            : verbose ? EntryText.Detail.DECODED : EntryText.Detail.BRIEF;
    List<String> lines = new ArrayList<>();
    lines.add(
        style()
            .strong(
                "%s  %s, %s"
                    .formatted(
                        opened.header().started(),
                        opened.header().command(),
                        opened.header().program())));
    new EntryText(opened, Names.SHOWN)
        .lines(shown, detail)
        .forEach(line -> lines.add(Visible.line(line)));
    if (total == 0) {
      lines.add("Nothing of that sort was recorded.");
    }
    if (end < total) {
      lines.add("%d more; go on with --from %d".formatted(total - end, end));
    }
    opened.damage().ifPresent(lines::add);
    return lines;
  }
}
