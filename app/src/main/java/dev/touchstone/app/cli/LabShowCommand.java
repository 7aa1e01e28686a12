package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.ShowLabKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabMemory;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab show} */
@Command(
    name = "show",
    header = "Look into a virtual key",
    description = {"", "What it is, what it remembers and what it did last; never a secret.", ""},
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone lab show ada"})
final class LabShowCommand extends TouchstoneCommand {

  private static final int EVENTS = 20;

  @Parameters(index = "0", paramLabel = "NAME", description = "The key, as 'lab list' has it.")
  private String name = "";

  LabShowCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ShowLabKey.Result result = useCases.laboratory().showLabKey().run(name);
    answer(_ -> LabDocuments.shown(result), text(result));
    return ExitCode.DONE;
  }

  private List<String> text(ShowLabKey.Result result) {
    LabKey key = result.key();
    List<String> lines = new ArrayList<>();
    lines.add(style().strong(Visible.line("%s  %s".formatted(key.name(), key.modelName()))));
    lines.add("  state         " + LabWords.state(key));
    lines.add("  touched by    " + LabWords.word(key.touchedBy()));
    lines.add(
        "  faults        " + (key.faults().isEmpty() ? "none" : String.join(", ", key.faults())));
    lines.add("  memory        " + Visible.line(key.place()));
    result.memory().ifPresent(memory -> lines.addAll(memory(memory)));
    key.damage()
        .ifPresent(
            damage -> lines.addAll(Paragraph.lines(Visible.line(damage), terminal().columns())));
    int from = Math.max(0, result.log().size() - EVENTS);
    result.log().stream().skip(from).forEach(event -> lines.add("  " + LabWords.line(event)));
    return lines;
  }

  private List<String> memory(LabMemory memory) {
    List<String> lines = new ArrayList<>();
    lines.add(
        memory.pinSet()
            ? "  PIN           set, %d tries left".formatted(memory.pinTriesLeft())
            : "  PIN           not set");
    if (!memory.fingerprints().isEmpty()) {
      lines.add("  fingerprints  " + Visible.line(String.join(", ", memory.fingerprints())));
    }
    lines.add("  counter       " + memory.counter());
    lines.add("  large blobs   %d bytes".formatted(memory.largeBlobBytes()));
    lines.add(
        "  credentials   %d of %d discoverable"
            .formatted(memory.credentials().size(), memory.discoverableCapacity()));
    if (!memory.credentials().isEmpty()) {
      Table table =
          new Table("RP ID", "USER", "ALG", "PROTECTION", "ID").yielding("ID", "RP ID", "USER");
      for (LabMemory.LabCredential it : memory.credentials()) {
        table.row(
            it.rpId(), it.userName(), it.algorithm(), LabWords.spaced(it.protection()), it.id());
      }
      lines.addAll(table.lines(terminal().sheet()));
    }
    return lines;
  }
}
