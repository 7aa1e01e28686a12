package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trace.ReplayRecording;
import dev.touchstone.key.trace.compare.Difference;
import dev.touchstone.key.trace.replay.Replay;
import dev.touchstone.key.trace.replay.Step;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone trace replay} */
@Command(
    name = "replay",
    header = "Send the commands of a recording to a key once more",
    description = {
      "",
      "Without --yes it only says what would be sent. Without --key it goes to a new virtual key that"
          + " is gone afterwards. What was masked is gone: commands that carry a PIN, a token or"
          + " another secret cannot be sent, and no PIN is asked for. The answers are compared with"
          + " those of the recording.",
      ""
    })
final class TraceReplayCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "RECORDING", description = "Which one, such as last.")
  private String recording = "";

  @Mixin private KeyOptions key = new KeyOptions();

  @Option(
      names = {"-y", "--yes"},
      description = "Send them.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Only say what would be sent, whatever else is said.")
  private boolean dryRun;

  TraceReplayCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ReplayRecording replay = useCases.traces().replayRecording();
    ReplayRecording.Preview preview =
        replay.preview(new ReplayRecording.Request(recording, key.key()));
    if (!yes || dryRun) {
      answer(_ -> TraceDocuments.toReplay(preview), text(preview));
      return ExitCode.DONE;
    }
    TerminalWatcher watcher = key.watcher(root.context(), useCases);
    watcher.keyChosen(preview.key());
    ReplayRecording.Result result = replay.apply(preview, watcher, root.context().cancellation());
    answer(_ -> TraceDocuments.replayed(result), text(result));
    boolean same = result.outcomes().stream().allMatch(it -> it.same() || !it.step().isSent());
    return same ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<String> text(ReplayRecording.Preview preview) {
    List<String> lines = new ArrayList<>();
    int sent = 0;
    for (Step step : preview.replay().steps()) {
      if (step.isSent()) {
        sent++;
        lines.add("→ " + step.title() + (step.changes() ? "  (changes the key)" : ""));
      } else {
        lines.add("- " + style().dim(step.title() + "  " + step.obstacle()));
      }
    }
    lines.add(
        "%d of %d commands can be sent to %s."
            .formatted(sent, preview.replay().steps().size(), Visible.line(preview.key().id())));
    lines.add("Nothing was sent; add --yes to do it.");
    return lines;
  }

  private List<String> text(ReplayRecording.Result result) {
    List<String> lines = new ArrayList<>();
    for (Replay.Outcome outcome : result.outcomes()) {
      if (!outcome.step().isSent()) {
        lines.add("- " + style().dim(outcome.step().title() + "  " + outcome.step().obstacle()));
      } else if (outcome.same()) {
        lines.add("= %s  %s".formatted(outcome.step().title(), outcome.now()));
      } else {
        lines.add(
            "≠ %s  %s, in the recording %s"
                .formatted(outcome.step().title(), outcome.now(), outcome.then()));
        for (Difference it : outcome.differences()) {
          lines.add(
              terminal()
                  .sheet()
                  .shorten(
                      Visible.line(
                          "    %s: %s, in the recording %s"
                              .formatted(it.where(), shown(it.right()), shown(it.left()))),
                      terminal().columns()));
        }
      }
    }
    return lines;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "not there" : value;
  }
}
