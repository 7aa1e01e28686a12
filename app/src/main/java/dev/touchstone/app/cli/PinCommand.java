package dev.touchstone.app.cli;

import picocli.CommandLine.Command;

/** {@code touchstone pin}: only together with what to do. */
@Command(
    name = "pin",
    header = "Set, change or verify the PIN of a key, or see the tries left",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "A key asks for its PIN where a website wants its person verified. PINs are typed without"
          + " echo; they are never options.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class PinCommand {}
