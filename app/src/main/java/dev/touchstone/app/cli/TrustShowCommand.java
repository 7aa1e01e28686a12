package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone trust show} */
@Command(
    name = "show",
    header = "Show what the metadata say of a model",
    description = {"", "Its status reports, certification, roots, and what its vendor states.", ""})
final class TrustShowCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "AAGUID",
      description = "The model, or the beginning of its id, as 'trust models' lists it.")
  private String id = "";

  TrustShowCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Listed> listed = useCases.trust().findModels().one(id);
    LocalDate today = LocalDate.ofInstant(useCases.clock().instant(), ZoneOffset.UTC);
    answer(
        _ -> TrustDocuments.models(listed, today),
        new ModelText(terminal().sheet(), today).of(listed));
    return ExitCode.DONE;
  }
}
