package dev.touchstone.app.cli;

import picocli.CommandLine.Option;

/** A command about the device of a user. */
abstract class TotpUserCommand extends TouchstoneCommand {

  @Option(names = "--user", paramLabel = "NAME", required = true, description = "Whose device.")
  private String user = "";

  TotpUserCommand(RootCommand root) {
    super(root);
  }

  String user() {
    return user;
  }
}
