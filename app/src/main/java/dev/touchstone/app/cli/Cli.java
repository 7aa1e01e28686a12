package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together, runs one, and turns its end into an exit code. */
public final class Cli {

  private static final String LAB = "lab";
  private static final String TRACE = "trace";

  private final CommandContext context;

  public Cli(CommandContext context) {
    this.context = context;
  }

  /** Runs one command line; never throws, never exits the process. */
  public int run(String... arguments) {
    Terminal terminal = context.terminal();
    List<String> words = Arrays.asList(arguments);
    int exitCode = commands(words.contains(LAB), words.contains(TRACE)).execute(arguments);
    boolean told = !terminal.out().checkError();
    if (exitCode == ExitCode.DONE && !told) {
      exitCode = tell(unheard(), false);
    }
    terminal.err().flush();
    return exitCode;
  }

  /** Whoever closed the pipe knows; whoever filled the disk has to be told. */
  private static Advice unheard() {
    return new Advice(
        Advice.Kind.FAILED,
        "It was done, but the answer could not be written to its end.",
        "",
        "Standard output was closed, or there is no space left where it goes.",
        "");
  }

  /** All commands, for the completion script. */
  CommandLine commands() {
    return commands(true, true);
  }

  /** As {@link CommandTree#of} has them, on this terminal. */
  private CommandLine commands(boolean laboratory, boolean traces) {
    Terminal terminal = context.terminal();
    CommandLine commands = CommandTree.of(new RootCommand(context), laboratory, traces);
    readably(commands);
    return commands
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(terminal.columns())
        .setUsageHelpLongOptionsMaxWidth(32)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Cli::known)
        .setParameterExceptionHandler(this::misused)
        .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
  }

  /** Options stand in the order in which we declare them, and not once more in the synopsis. */
  private static void readably(CommandLine command) {
    command.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
    command.getSubcommands().values().forEach(Cli::readably);
  }

  private int misused(ParameterException failure, String[] arguments) {
    return tell(Misuse.advice(failure, arguments), Arrays.asList(arguments).contains("--json"));
  }

  /** Help for a command that does not exist is no help. */
  private static int known(CommandLine.ParseResult parsed) {
    for (CommandLine.ParseResult it = parsed; it != null; it = it.subcommand()) {
      if (!it.unmatched().isEmpty()) {
        throw new UnmatchedArgumentException(it.commandSpec().commandLine(), it.unmatched());
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int failed(Exception failure, CommandLine command) {
    boolean json =
        command.getCommand() instanceof TouchstoneCommand touchstone && touchstone.wantsJson();
    return switch (failure) {
      case Failure known -> tell(known.advice(), json);
      case SettingsException settings ->
          tell(
              new Advice(Advice.Kind.USAGE, String.valueOf(settings.getMessage()), "", "", ""),
              json);
      default -> tell(defect(failure), json);
    };
  }

  private int tell(Advice advice, boolean json) {
    int exitCode = exitCode(advice.kind());
    if (exitCode == ExitCode.INTERRUPTED && context.terminal().errIsTerminal()) {
      context.terminal().err().println(); // the terminal has just shown ^C
    }
    new Complaint(context.terminal()).print(advice);
    if (json) {
      Documents documents = new Documents();
      context.terminal().out().print(documents.text(documents.error(advice, exitCode)));
    }
    return exitCode;
  }

  /** Declining to give a PIN ends a ceremony too, but only Ctrl-C interrupts the process. */
  private int exitCode(Advice.Kind kind) {
    return switch (kind) {
      case FAILED -> ExitCode.FAILED;
      case USAGE -> ExitCode.USAGE;
      case CANCELLED ->
          context.cancellation().isCancelled() ? ExitCode.INTERRUPTED : ExitCode.FAILED;
    };
  }

  /** Whatever nobody foresaw: no stack trace for the person, all of it for the log. */
  private static Advice defect(Exception failure) {
    LoggerFactory.getLogger(Cli.class).error("A command ended by a defect", failure);
    return new Advice(
        Advice.Kind.FAILED,
        "This is a defect of the program: %s.".formatted(failure.getClass().getSimpleName()),
        "",
        "Please report it with the file touchstone.log in the data folder.",
        "");
  }
}
