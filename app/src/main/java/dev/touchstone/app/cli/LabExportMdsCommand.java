package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab export-mds} */
@Command(
    name = "export-mds",
    header = "Write the metadata of all models for servers",
    description = {
      "",
      "One BLOB as the FIDO Metadata Service gives them out, signed under the laboratory's root,"
          + " which 'lab export-root' prints. A model is certified (FIDO_CERTIFIED_L1) unless"
          + " --status says otherwise.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone lab export-mds blob.jwt",
      "  touchstone lab export-mds blob.jwt --status tiny=REVOKED"
    })
final class LabExportMdsCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Where to write it; a file of that name is replaced.")
  private Path file = Path.of("");

  @Option(
      names = "--status",
      paramLabel = "MODEL=STATUS",
      description =
          "What became known of a model, such as UPDATE_AVAILABLE, REVOKED or"
              + " ATTESTATION_KEY_COMPROMISE; may be repeated.")
  private Map<String, String> statuses = new LinkedHashMap<>();

  LabExportMdsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    String blob = useCases.laboratory().exportLabMetadata().run(file, statuses);
    answer(
        _ -> LabDocuments.exported("blob", blob, Optional.of(file)),
        List.of("The metadata is in " + Visible.line(file.toString())));
    return ExitCode.DONE;
  }
}
