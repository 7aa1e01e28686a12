package dev.touchstone.app.cli;

import dev.touchstone.app.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which key, for commands that ask for no touch. */
final class WhichKey {

  @Option(
      names = "--key",
      paramLabel = "ID",
      description =
          "The key, as 'touchstone keys' lists it. Without it: the one that is plugged in, or the"
              + " virtual key where there is none.")
  private @Nullable String key;

  @Option(names = "--no-virtual-key", description = "Never fall back on the virtual key.")
  private boolean noVirtualKey;

  Optional<String> key() {
    return Optional.ofNullable(key);
  }

  Settings adjust(Settings settings) {
    return noVirtualKey ? settings.withVirtualKey(false) : settings;
  }
}
