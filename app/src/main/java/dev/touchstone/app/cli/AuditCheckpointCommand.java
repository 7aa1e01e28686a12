package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.audit.export.CheckpointDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone audit checkpoint} */
@Command(
    name = "checkpoint",
    header = "Sign the end of the audit trail now",
    description = {
      "",
      "With FILE the signatures are kept there too, for 'audit verify --checkpoint FILE'. Put it"
          + " where nobody who can write the database can.",
      ""
    })
final class AuditCheckpointCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to keep them; replaced if it is there.")
  private @Nullable Path file;

  AuditCheckpointCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    CheckpointDocument signed =
        file == null ? useCases.audit().checkpoint() : useCases.audit().checkpoint(file);
    answer(_ -> AuditDocuments.checkpoints(signed.checkpoints()), text(signed));
    return ExitCode.DONE;
  }

  private List<String> text(CheckpointDocument signed) {
    if (signed.checkpoints().isEmpty()) {
      return List.of("The audit trail is empty: there is nothing to sign.");
    }
    List<String> lines = new ArrayList<>();
    signed
        .checkpoints()
        .forEach(it ->
            lines.add(
                "%s is signed up to row %d, on %s."
                    .formatted(Visible.line(it.writer()), it.seq(), Moment.of(it.at()))));
    if (file != null) {
      lines.add("Kept in %s.".formatted(file));
    }
    return lines;
  }
}
