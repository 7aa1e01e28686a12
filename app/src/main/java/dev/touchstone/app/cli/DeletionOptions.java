package dev.touchstone.app.cli;

import picocli.CommandLine.Option;

/** Whether something is deleted from the relying party, or only told what would be lost. */
final class DeletionOptions {

  @Option(names = "--dry-run", description = "Say what would be lost, also if --yes is there.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do it.")
  private boolean yes;

  boolean wanted() {
    return yes && !dryRun;
  }
}
