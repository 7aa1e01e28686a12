package dev.touchstone.key.trace.message;

import java.util.List;

/** The flags of authenticator data, WebAuthn Level 3 §6.1. */
final class FlagNames {

  private static final List<String> NAMES = List.of("UP", "", "UV", "BE", "BS", "", "AT", "ED");

  private FlagNames() {}

  static String of(int flags) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < NAMES.size(); i++) {
      if ((flags >> i & 1) != 0 && !NAMES.get(i).isEmpty()) {
        words.append(words.isEmpty() ? "" : " ").append(NAMES.get(i));
      }
    }
    return words.toString();
  }
}
