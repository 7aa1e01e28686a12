package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.LabKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab clone} */
@Command(
    name = "clone",
    header = "Make a second key of the same memory",
    description = {
      "",
      "The clone is not plugged in. Whichever of the two signs less often is the one that a relying party catches by its counter.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone lab clone ada eve"})
final class LabCloneCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The key, as 'lab list' has it.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "What to call the clone.")
  private String newName = "";

  LabCloneCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    LabKey clone = useCases.laboratory().cloneLabKey().run(name, newName);
    answer(
        _ -> LabDocuments.one(clone),
        List.of(
            "%s has the same memory as %s; it is not plugged in.".formatted(clone.name(), name)));
    return ExitCode.DONE;
  }
}
