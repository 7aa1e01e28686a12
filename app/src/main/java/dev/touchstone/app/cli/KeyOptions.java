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
      paramLabel = KeyName.LABEL,
      converter = KeyName.Converter.class,
      description =
          "The key to use: its id, name, serial number or path, as 'touchstone keys' lists it; touch"
              + " for the one that you touch; or a simulator's address, such as"
              + " udp://127.0.0.1:8111?reply=7112. Without it: see above.")
  private @Nullable KeyName key;

  @Option(names = "--no-virtual-key", description = "Never fall back on the virtual key.")
  private boolean noVirtualKey;

  @Option(
      names = "--touch",
      description =
          "The virtual key touches itself. It also does when standard input is no terminal and"
              + " 'touchstone lab start' does not hold it; otherwise Enter touches it.")
  private boolean touch;

  @Option(
      names = "--pin-stdin",
      description =
          "Read the key's PIN from the first line of standard input, should it be needed. Without"
              + " it, you are asked.")
  private boolean pinFromStandardInput;

  Optional<String> key() {
    return Optional.ofNullable(key).map(KeyName::id);
  }

  boolean pinFromStandardInput() {
    return pinFromStandardInput;
  }

  Settings adjust(Settings settings) {
    Settings offered = noVirtualKey ? settings.withVirtualKey(false) : settings;
    return key == null ? offered : key.adjust(offered);
  }

  TerminalWatcher watcher(CommandContext context, UseCases useCases) {
    Terminal terminal = context.terminal();
    useCases.virtualTouch().automatic(touch);
    if (!touch && (pinFromStandardInput || !terminal.inIsTerminal())) {
      useCases.virtualTouch().unattended();
    }
    PinPrompt pins =
        pinFromStandardInput
            ? PinPrompt.fromStandardInput(terminal)
            : PinPrompt.fromConsole(terminal, context.cancellation());
    return new TerminalWatcher(
        terminal, useCases.virtualTouch(), pins, context.cancellation(), key().isPresent());
  }
}
