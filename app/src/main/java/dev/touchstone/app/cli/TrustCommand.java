package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trust.TrustOverview;
import picocli.CommandLine.Command;

/** {@code touchstone trust} */
@Command(
    name = "trust",
    header = "See and set whose keys are trusted, and which are taken",
    description = {
      "",
      "Attestation is trusted when it leads to Yubico's roots, to the laboratory's, to a PEM file"
          + " in the folder trust-anchors, or to a root that the kept metadata name for the model."
          + " Nothing is fetched but by 'trust fetch'.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone trust fetch                the FIDO Alliance's metadata",
      "  touchstone trust models yubikey       what is known of them",
      "  touchstone trust policy --minimum L2 --dry-run",
    })
final class TrustCommand extends TouchstoneCommand {

  TrustCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    TrustOverview overview = useCases.trust().showTrust().run();
    answer(_ -> TrustDocuments.overview(overview), new TrustText(terminal().sheet()).of(overview));
    return ExitCode.DONE;
  }
}
