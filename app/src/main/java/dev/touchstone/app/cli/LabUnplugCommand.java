package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.LabKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab unplug} */
@Command(
    name = "unplug",
    header = "Pull a virtual key out",
    description = {
      "",
      "Out of a laboratory that runs: at any moment, in the middle of a command too. Where none"
          + " runs, a key that another program has open stays in.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone lab unplug ada"})
final class LabUnplugCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The key, as 'lab list' has it.")
  private String name = "";

  LabUnplugCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    LabKey key = useCases.laboratory().unplugLabKey().run(name);
    answer(_ -> LabDocuments.one(key), List.of(key.name() + " is unplugged."));
    return ExitCode.DONE;
  }
}
