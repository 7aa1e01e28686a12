package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import dev.touchstone.rp.attestation.metadata.StatusReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone trust models} */
@Command(
    name = "models",
    header = "List the models in the metadata that are kept",
    description = {""})
final class TrustModelsCommand extends TouchstoneCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description = "Only those whose name, id, protocol or status holds all these words.")
  private List<String> words = new ArrayList<>();

  TrustModelsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Listed> models = useCases.trust().findModels().run(String.join(" ", words));
    LocalDate today = LocalDate.ofInstant(useCases.clock().instant(), ZoneOffset.UTC);
    answer(_ -> TrustDocuments.models(models, today), text(models, today));
    return ExitCode.DONE;
  }

  private List<String> text(List<Listed> models, LocalDate today) {
    if (models.isEmpty()) {
      return List.of(
          words.isEmpty()
              ? "No metadata are kept: fetch them with 'touchstone trust fetch'."
              : "No model in the metadata fits that.");
    }
    Table table =
        new Table("MODEL", "ID", "PROTOCOL", "CERTIFIED", "DANGERS")
            .yielding("MODEL")
            .sparing("PROTOCOL", "CERTIFIED");
    for (Listed listed : models) {
      table.row(
          listed.entry().description(),
          listed.entry().id(),
          listed.entry().statement().map(it -> it.protocolFamily()).orElse(""),
          listed.entry().certificationOn(today).map(it -> it.word()).orElse(""),
          String.join(
              ", ",
              listed.entry().reportsOn(today).stream()
                  .filter(StatusReport::isDanger)
                  .map(StatusReport::word)
                  .toList()));
    }
    return table.lines(terminal().sheet());
  }
}
