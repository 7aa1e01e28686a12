package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.settings.SettingsFile;
import dev.touchstone.app.usecase.UseCases;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code touchstone} without a command opens the window. */
@Command(
    name = "touchstone",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "",
      "Tests and debugs FIDO2 security keys: it is the WebAuthn client, it has a relying party"
          + " inside, and a virtual key for when you have none at hand. No browser takes part.",
      ""
    },
    optionListHeading = "Options:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone try                        see the main job, with the virtual key",
      "  touchstone keys                       what is plugged in",
      "  touchstone pin set                    give a key its PIN",
      "  touchstone register --user ada        register a key for ada",
      "  touchstone sign-in --user ada         and sign in with it",
      "  touchstone inspect response.json      what is in that response?",
      "  touchstone explain 0x36               what does that error mean?",
      "  touchstone COMMAND --help             more about one command",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done.",
      "1:It failed: the key, the relying party or the system refused.",
      "2:It was asked for in a way that cannot be done, or there is no display for the window.",
      "130:It was stopped with Ctrl-C."
    })
@SuppressWarnings("UnusedVariable") // help and version: picocli itself acts on them
final class RootCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder of users, credentials and virtual keys, instead of TOUCHSTONE_DATA or the"
              + " system's usual place.")
  private @Nullable Path data;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "Write what passed between program, key and person into a file: .json, .txt, .pcapng, or"
              + " the recorder's own format.")
  private @Nullable Path trace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  RootCommand(CommandContext context) {
    this.context = context;
  }

  CommandContext context() {
    return context;
  }

  /** What the settings file of the chosen data folder says. */
  Settings settings() throws SettingsException {
    Path folder = data == null ? context.usualData() : data.toAbsolutePath().normalize();
    return SettingsFile.read(folder);
  }

  /** The settings with what is to be recorded of this command. */
  Settings recorded(Settings settings, CommandSpec command) {
    String name = command.qualifiedName(" ").replaceFirst("^touchstone *", "");
    return settings.withRecording(
        settings.recording().of(name.isEmpty() ? "window" : name, Optional.ofNullable(trace)));
  }

  /**
   * Does it, and writes the trace that was asked for, above all when it fails.
   *
   * @throws Failure if it fails, or the trace cannot be written
   */
  int traced(UseCases useCases, Task task) throws Failure {
    return trace == null ? task.run() : new Traced(useCases, trace).run(task);
  }

  /** What a command does. */
  @FunctionalInterface
  interface Task {
    int run() throws Failure;
  }

  @Override
  public Integer call() throws Failure, SettingsException {
    try (UseCases useCases = context.useCases().apply(recorded(settings(), spec))) {
      return traced(useCases, () -> new WindowOpening(context).open(useCases));
    }
  }
}
