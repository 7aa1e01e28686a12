package dev.touchstone.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code touchstone desk} */
@Command(
    name = "desk",
    header = "Help people who lost a key",
    description = {
      "",
      "Find a person, see what is wrong, replace a lost key after an identity check, or have two"
          + " operators agree on a new one.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class DeskCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do at the desk.");
  }

  static CommandLine of(RootCommand root) {
    return new CommandLine(new DeskCommand())
        .addSubcommand(new DeskFindCommand(root))
        .addSubcommand(new DeskShowCommand(root))
        .addSubcommand(new DeskLostKeyCommand(root))
        .addSubcommand(new DeskFoundKeyCommand(root))
        .addSubcommand(new DeskLostEverythingCommand(root))
        .addSubcommand(new DeskRequestsCommand(root))
        .addSubcommand(new DeskApproveCommand(root))
        .addSubcommand(new DeskDeclineCommand(root))
        .addSubcommand(new DeskRedeemCommand(root));
  }
}
