package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.ListLabKeys;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabPower;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone lab list} */
@Command(
    name = "list",
    header = "List the virtual keys on the shelf",
    description = {"", "Those that are plugged in are also in 'touchstone keys'.", ""},
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone lab list", "  touchstone lab list --json"})
final class LabListCommand extends TouchstoneCommand {

  LabListCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ListLabKeys list = useCases.laboratory().listLabKeys();
    List<LabKey> keys = list.run();
    LabPower power = list.power();
    answer(_ -> LabDocuments.keys(keys, power), text(keys, power));
    return ExitCode.DONE;
  }

  private List<String> text(List<LabKey> keys, LabPower power) {
    Table table = new Table("NAME", "MODEL", "STATE", "TOUCHED BY", "FAULTS").yielding("FAULTS");
    for (LabKey key : keys) {
      table.row(
          key.name(),
          key.model(),
          LabWords.state(key),
          LabWords.word(key.touchedBy()),
          String.join(", ", key.faults()));
    }
    List<String> lines = new ArrayList<>(table.lines(terminal().sheet()));
    for (LabKey key : keys) {
      key.damage()
          .ifPresent(damage ->
              lines.addAll(
                  Paragraph.lines(Visible.line(key.name() + ": " + damage), terminal().columns())));
    }
    if (power == LabPower.NOBODY) {
      lines.add(style().dim("No laboratory runs: 'touchstone lab start' gives the keys power."));
    }
    return lines;
  }
}
