package dev.touchstone.app.cli;

import picocli.CommandLine.Command;

/** {@code touchstone lab}: only together with what to do. */
@Command(
    name = "lab",
    header = "Make, plug, touch, clone and break virtual keys",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "The laboratory has as many virtual keys as you like, each with its memory in a file. Those"
          + " that are plugged in stand among your keys for every other command. While 'lab start'"
          + " runs, they are under power from one command to the next, as a real key is.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone lab start                  give the keys power, and watch them",
      "  touchstone lab new ada --model tiny   put another key on the shelf",
      "  touchstone register --user ada --key ada",
      "  touchstone lab touch ada              in another terminal",
      "  touchstone lab clone ada eve          the same memory twice",
    })
final class LabCommand {}
