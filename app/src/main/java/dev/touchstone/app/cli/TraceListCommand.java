package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trace.ListRecordings.Listed;
import dev.touchstone.key.trace.entry.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code touchstone trace list} */
@Command(
    name = "list",
    header = "List the recordings, the newest first",
    description = {"", "How many are kept is set in settings.properties.", ""})
final class TraceListCommand extends TouchstoneCommand {

  TraceListCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Listed> all = useCases.traces().listRecordings().run();
    answer(_ -> TraceDocuments.list(all), text(all));
    return ExitCode.DONE;
  }

  private List<String> text(List<Listed> all) {
    if (all.isEmpty()) {
      return List.of("There are no recordings. Each run that uses a key leaves one.");
    }
    Table table =
        new Table("RECORDING", "COMMAND", "KEYS", "ENTRIES", "SIZE").sparing("SIZE", "ENTRIES");
    List<String> notes = new ArrayList<>();
    for (Listed it : all) {
      table.row(
          it.kept().id(),
          it.recording().map(recording -> recording.header().command()).orElse("cannot be read"),
          it.recording()
              .map(recording ->
                  recording.devices().stream()
                      .map(Device::id)
                      .distinct()
                      .collect(Collectors.joining(", ")))
              .orElse(""),
          it.recording().map(recording -> Integer.toString(recording.size())).orElse(""),
          String.format(Locale.ROOT, "%.1f kB", it.kept().bytes() / 1000.0));
      it.recording()
          .flatMap(recording -> recording.damage())
          .ifPresent(damage -> notes.add(it.kept().id() + ": " + damage));
    }
    List<String> lines = new ArrayList<>(table.lines(terminal().sheet()));
    lines.addAll(notes);
    return lines;
  }
}
