package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trust.ExamineCredentials;
import dev.touchstone.rp.examination.ExaminationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone trust examine} */
@Command(
    name = "examine",
    header = "Examine all stored credentials by whom is trusted now",
    description = {
      "",
      "Says which credentials became untrusted and which trusted, and stores it. It is done by"
          + " itself after 'trust fetch' and 'trust policy'; a changed folder of PEM files needs"
          + " it.",
      ""
    })
final class TrustExamineCommand extends TouchstoneCommand {

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  TrustExamineCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ExamineCredentials examine = useCases.trust().examineCredentials();
    ExaminationResult result = dryRun ? examine.preview() : examine.apply();
    answer(
        _ -> TrustDocuments.examined(!dryRun, result),
        new TrustText(terminal().sheet()).of(!dryRun, result));
    return ExitCode.DONE;
  }
}
