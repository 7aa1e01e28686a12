package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.LabModel;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone lab models} */
@Command(
    name = "models",
    header = "List the models that a virtual key can be",
    description = {"", "What 'lab new --model' takes.", ""},
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone lab models"})
final class LabModelsCommand extends TouchstoneCommand {

  private static final String INDENT = "  ";

  LabModelsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<LabModel> models = useCases.laboratory().listLabModels().run();
    answer(_ -> LabDocuments.models(models), text(models));
    return ExitCode.DONE;
  }

  private List<String> text(List<LabModel> models) {
    Sheet sheet = terminal().sheet();
    List<String> lines = new ArrayList<>();
    for (LabModel model : models) {
      lines.add("%s: %s".formatted(model.id(), model.name()));
      sheet
          .lines(model.description(), sheet.columns() - INDENT.length())
          .forEach(line -> lines.add(INDENT + line));
    }
    return lines;
  }
}
