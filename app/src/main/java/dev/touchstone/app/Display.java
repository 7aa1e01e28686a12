package dev.touchstone.app;

import java.util.Locale;
import java.util.Map;

/** Whether windows can be opened here. */
final class Display {

  private Display() {}

  /** On Linux a display is named in the environment; elsewhere there is one. */
  static boolean isThere(String system, Map<String, String> environment) {
    return !system.toLowerCase(Locale.ROOT).contains("linux")
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
