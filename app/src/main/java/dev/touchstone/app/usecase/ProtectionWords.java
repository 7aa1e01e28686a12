package dev.touchstone.app.usecase;

import java.util.OptionalInt;

/** The levels of the extension credProtect (CTAP 2.3 §12.1) in words. */
public final class ProtectionWords {

  private ProtectionWords() {}

  /** When the key shows or uses a credential of this level. */
  public static String of(OptionalInt level) {
    if (level.isEmpty()) {
      return "not told";
    }
    return switch (level.getAsInt()) {
      case 1 -> "1: used without PIN or finger";
      case 2 -> "2: without PIN or finger only for who names it";
      case 3 -> "3: never without PIN or finger";
      default -> level.getAsInt() + ": not a level of the specification";
    };
  }
}
