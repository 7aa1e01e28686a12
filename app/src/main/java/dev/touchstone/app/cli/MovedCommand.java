package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone credentials label}, as it was called before keys had credentials here. */
@Command(name = "label", header = "Moved to: touchstone users credentials label", hidden = true)
final class MovedCommand extends TouchstoneCommand {

  @Parameters(arity = "0..*", hidden = true)
  private List<String> arguments = List.of();

  MovedCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    throw new Failure(
        new Advice(
            Advice.Kind.USAGE,
            "Labels belong to the credentials that the relying party stored.",
            "Nothing was changed.",
            "It is now: touchstone users credentials label %s"
                .formatted(arguments.isEmpty() ? "ID LABEL" : String.join(" ", arguments)),
            ""));
  }
}
