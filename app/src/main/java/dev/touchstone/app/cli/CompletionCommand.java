package dev.touchstone.app.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code touchstone completion} */
@Command(
    name = "completion",
    header = "Print a completion script for bash and zsh",
    description = {"", "For this shell: source <(touchstone completion)", ""})
final class CompletionCommand implements Callable<Integer> {

  private final RootCommand root;

  CompletionCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    root.context()
        .terminal()
        .out()
        .print(AutoComplete.bash("touchstone", new Cli(root.context()).commands()));
    return ExitCode.DONE;
  }
}
