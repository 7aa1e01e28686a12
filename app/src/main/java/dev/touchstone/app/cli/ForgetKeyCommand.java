package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.naming.GivenName;
import dev.touchstone.app.usecase.ForgetKeyName;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone keys forget} */
@Command(
    name = "forget",
    header = "Take the name of a key away",
    description = {"", "The key need not be plugged in. Nothing on it changes.", ""})
final class ForgetKeyCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The key's name, its serial number, or its id if it is plugged in.")
  private String key = "";

  @Option(names = "--dry-run", description = "Only say which name would go.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Accepted for scripts: nothing is asked.")
  @SuppressWarnings("UnusedVariable") // picocli takes it
  private boolean yes;

  ForgetKeyCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ForgetKeyName use = useCases.keys().forgetName();
    GivenName given = dryRun ? use.preview(key) : use.apply(key);
    answer(
        documents -> KeyDocuments.forgotten(!dryRun, given),
        List.of(
            (dryRun ? "Would forget the name '%s'." : "The name '%s' is forgotten.")
                .formatted(Visible.line(given.name()))));
    return ExitCode.DONE;
  }
}
