package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.RemoveLabKey;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab remove} */
@Command(
    name = "remove",
    header = "Throw a virtual key away",
    description = {
      "",
      "Without --yes it only says what would be lost. It has to be unplugged.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  touchstone lab unplug eve && touchstone lab remove eve --yes"})
final class LabRemoveCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The key, as 'lab list' has it.")
  private String name = "";

  @Option(
      names = {"-y", "--yes"},
      description = "Do it.")
  private boolean yes;

  LabRemoveCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    RemoveLabKey remove = useCases.laboratory().removeLabKey();
    RemoveLabKey.Preview preview = yes ? remove.apply(name) : remove.preview(name);
    answer(_ -> LabDocuments.removed(yes, preview), text(preview));
    return ExitCode.DONE;
  }

  private List<String> text(RemoveLabKey.Preview preview) {
    int count = preview.memory().map(memory -> memory.credentials().size()).orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s%s."
            .formatted(
                yes ? "Threw away" : "Would throw away",
                preview.key().name(),
                preview.memory().isEmpty()
                    ? ", whose memory cannot be read"
                    : count == 1
                        ? " with 1 discoverable credential"
                        : " with %d discoverable credentials".formatted(count)));
    if (!yes) {
      lines.add("Nothing was lost; add --yes to do it.");
    }
    return lines;
  }
}
