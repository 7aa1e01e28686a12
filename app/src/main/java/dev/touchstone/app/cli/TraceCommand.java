package dev.touchstone.app.cli;

import picocli.CommandLine.Command;

/** {@code touchstone trace}: only together with what to do. */
@Command(
    name = "trace",
    header = "Read, export, compare and replay what was recorded",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Each run that uses a key leaves a recording in the data folder: packets or APDUs, the commands"
          + " in them, what the person was asked, what the relying party did. PINs, tokens and"
          + " whatever a key encrypts are masked before they are kept.",
      "",
      "A recording is named by its id or the beginning of it, by 'last', or by its file.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone trace show                 the last run, message by message",
      "  touchstone trace show --failures --verbose",
      "  touchstone trace export last report.txt",
      "  touchstone trace export last capture.pcapng",
      "  touchstone sign-in --user ada --trace sign-in.pcapng",
    })
final class TraceCommand {}
