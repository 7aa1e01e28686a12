package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trace.ExportRecording;
import dev.touchstone.key.trace.export.Format;
import dev.touchstone.key.trace.message.Names;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone trace export} */
@Command(
    name = "export",
    header = "Write a recording as JSON, as text, or for Wireshark",
    description = {
      "",
      "The name of the file says as what: .json, .txt for a bug report, .pcapng for Wireshark, or"
          + " .trace for the recorder's own format, which always has all entries. A text leaves"
          + " people's names out unless --names is given; the packets in the other formats have them.",
      ""
    })
final class TraceExportCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "RECORDING", description = "Which one, such as last.")
  private String recording = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "Where to; replaced if it is there.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "json, text, pcapng or native, whatever the file is called.")
  private @Nullable Format format;

  @Option(names = "--names", description = "Name people in a text.")
  private boolean names;

  @Mixin private TraceFilter filter = new TraceFilter();

  TraceExportCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Format as = format == null ? Format.of(String.valueOf(file.getFileName())) : format;
    Names people = as == Format.TEXT && !names ? Names.HIDDEN : Names.SHOWN;
    int entries =
        useCases
            .traces()
            .exportRecording()
            .run(new ExportRecording.Request(recording, file, as, filter.filter(), people));
    answer(
        _ -> TraceDocuments.exported(file, as, entries),
        List.of("%d entries are in %s.".formatted(entries, file)));
    return ExitCode.DONE;
  }
}
