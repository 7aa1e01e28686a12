package dev.touchstone.app.cli;

import dev.touchstone.app.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which key, for commands that ask for no touch. */
final class WhichKey {

  @Option(
      names = "--key",
      paramLabel = KeyName.LABEL,
      converter = KeyName.Converter.class,
      description =
          "The key: its id, name, serial number or path, as 'touchstone keys' lists it; touch for the"
              + " one that you touch; or a simulator's address, such as"
              + " udp://127.0.0.1:8111?reply=7112. Without it: the one that is plugged in, or the"
              + " virtual key where there is none.")
  private @Nullable KeyName key;

  @Option(names = "--no-virtual-key", description = "Never fall back on the virtual key.")
  private boolean noVirtualKey;

  Optional<String> key() {
    return Optional.ofNullable(key).map(KeyName::id);
  }

  Settings adjust(Settings settings) {
    Settings offered = noVirtualKey ? settings.withVirtualKey(false) : settings;
    return key == null ? offered : key.adjust(offered);
  }
}
