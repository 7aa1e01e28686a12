package dev.touchstone.app.cli;

import picocli.CommandLine.Command;

/** {@code touchstone audit} */
@Command(
    name = "audit",
    header = "Who did what for whom: read, verify, export and keep the audit trail",
    description = {
      "",
      "Every ceremony with the relying party, refused access, change of an account, of a key or of"
          + " what is trusted, and every export is a row. Each row holds the hash of the one before"
          + " it, and now and then the end is signed, so that a changed or removed row is found.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n")
final class AuditCommand {}
