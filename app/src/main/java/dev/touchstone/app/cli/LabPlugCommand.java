package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.LabKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab plug} */
@Command(
    name = "plug",
    header = "Plug a virtual key in",
    description = {"", "A power-up: what it held in volatile memory is gone.", ""},
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone lab plug ada"})
final class LabPlugCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The key, as 'lab list' has it.")
  private String name = "";

  LabPlugCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    LabKey key = useCases.laboratory().plugLabKey().run(name);
    answer(_ -> LabDocuments.one(key), List.of(key.name() + " is plugged in."));
    return ExitCode.DONE;
  }
}
