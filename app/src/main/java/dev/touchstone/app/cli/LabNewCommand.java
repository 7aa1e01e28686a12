package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.LabKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab new} */
@Command(
    name = "new",
    header = "Put a new virtual key on the shelf",
    description = {"", "It is plugged in at once. 'touchstone lab models' lists the models.", ""},
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone lab new ada", "  touchstone lab new blue --model tiny"})
final class LabNewCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "What to call it: 1 to 40 letters, digits, - and _.")
  private String name = "";

  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      defaultValue = "touchstone",
      description = "What kind of key (usually ${DEFAULT-VALUE}).")
  private String model = "";

  LabNewCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    LabKey key = useCases.laboratory().makeLabKey().run(name, model);
    answer(
        _ -> LabDocuments.one(key),
        List.of(
            "Made %s, a %s; it is plugged in."
                .formatted(key.name(), Visible.line(key.modelName()))));
    return ExitCode.DONE;
  }
}
