package dev.touchstone.app.cli;

import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which key, and how its questions are answered. */
final class KeyOptions {

  @Option(
      names = "--key",
      paramLabel = "ID",
      description = "The key to use, as 'touchstone keys' lists it. Without it: see above.")
  private @Nullable String key;

  @Option(names = "--no-virtual-key", description = "Never fall back on the virtual key.")
  private boolean noVirtualKey;

  @Option(
      names = "--touch",
      description =
          "The virtual key touches itself. It also does when standard input is no terminal;"
              + " otherwise Enter touches it.")
  private boolean touch;

  @Option(
      names = "--pin-stdin",
      description =
          "Read the key's PIN from the first line of standard input, should it be needed. Without"
              + " it, you are asked.")
  private boolean pinFromStandardInput;

  Optional<String> key() {
    return Optional.ofNullable(key);
  }

  Settings adjust(Settings settings) {
    return noVirtualKey ? settings.withVirtualKey(false) : settings;
  }

  TerminalWatcher watcher(CommandContext context, UseCases useCases) {
    Terminal terminal = context.terminal();
    boolean untouched = touch || pinFromStandardInput || !terminal.inIsTerminal();
    useCases.virtualTouch().automatic(untouched);
    PinPrompt pins =
        pinFromStandardInput
            ? PinPrompt.fromStandardInput(terminal)
            : PinPrompt.fromConsole(terminal, context.cancellation());
    return new TerminalWatcher(
        terminal, useCases.virtualTouch(), pins, context.cancellation(), key().isPresent());
  }
}
