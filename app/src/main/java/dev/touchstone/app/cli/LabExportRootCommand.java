package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.ExportLabRoot;
import dev.touchstone.app.usecase.UseCases;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone lab export-root} */
@Command(
    name = "export-root",
    header = "Print the certificates that virtual keys are attested under",
    description = {
      "",
      "In PEM: the laboratory's root, then its intermediates. Whoever trusts the root finds every"
          + " virtual key genuine, so let only servers that you test trust it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone lab export-root | openssl x509 -noout -subject",
      "  touchstone lab export-root --pem laboratory.pem"
    })
final class LabExportRootCommand extends TouchstoneCommand {

  @Option(
      names = "--pem",
      paramLabel = "FILE",
      description = "Write them there instead; a file of that name is replaced.")
  private @Nullable Path file;

  LabExportRootCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ExportLabRoot.Result result =
        useCases.laboratory().exportLabRoot().run(Optional.ofNullable(file));
    answer(
        _ -> LabDocuments.exported("pem", result.pem(), result.file()),
        result
            .file()
            .map(written -> List.of("The certificates are in " + Visible.line(written.toString())))
            .orElseGet(() -> result.pem().lines().toList()));
    return ExitCode.DONE;
  }
}
