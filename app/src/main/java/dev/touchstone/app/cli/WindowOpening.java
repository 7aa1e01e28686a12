package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.usecase.UseCases;
import picocli.CommandLine;

/** Opens the window; where there is no display, says so and lists the commands. */
final class WindowOpening {

  private final CommandContext context;

  WindowOpening(CommandContext context) {
    this.context = context;
  }

  int open(UseCases useCases) {
    if (context.window().hasDisplay()) {
      return context.window().open(useCases);
    }
    new Complaint(context.terminal())
        .print(
            new Advice(
                Advice.Kind.USAGE,
                "There is no display for the window.",
                "",
                "In a terminal, use one of the commands below.",
                ""));
    CommandLine commands = new Cli(context).commands();
    context.terminal().err().println();
    commands.usage(context.terminal().err());
    return ExitCode.USAGE;
  }
}
