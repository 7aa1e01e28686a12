package dev.touchstone.key.manage.reset;

import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.manage.PinState;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a key stays as it is while nobody uses it, so that it can be known again: all members of
 * authenticatorGetInfo but those that look different every time, and the PIN tries.
 *
 * @param members by their key, in diagnostic notation
 */
public record KeyPortrait(Map<String, String> members, OptionalInt pinTries) {

  /** uvCountSinceLastPinEntry, encIdentifier and encCredStoreState. */
  private static final java.util.Set<String> RESTLESS = java.util.Set.of("0x17", "0x19", "0x1E");

  public KeyPortrait {
    members = Map.copyOf(members);
  }

  static KeyPortrait of(GetInfo.Reply info, PinState pin) {
    Map<String, String> members = new TreeMap<>();
    info.raw().members().stream()
        .filter(member -> !RESTLESS.contains(member.key()))
        .forEach(member -> members.put(member.key(), member.value()));
    return new KeyPortrait(members, pin.triesLeft());
  }

  /**
   * What is not the same; empty if nothing is.
   *
   * @return in words, such as {@code its model}
   */
  public Optional<String> differenceTo(KeyPortrait other) {
    TreeSet<String> keys = new TreeSet<>(members.keySet());
    keys.addAll(other.members.keySet());
    for (String key : keys) {
      if (!Optional.ofNullable(members.get(key))
          .equals(Optional.ofNullable(other.members.get(key)))) {
        return Optional.of(words(key));
      }
    }
    return pinTries.equals(other.pinTries) ? Optional.empty() : Optional.of("its PIN tries");
  }

  private static String words(String member) {
    return switch (member) {
      case "0x03" -> "its model";
      case "0x04" -> "how it is set up";
      case "0x0E" -> "its firmware";
      case "0x0C", "0x0D", "0x1B" -> "its rules for PINs";
      case "0x14" -> "how many credentials it holds";
      case "0x18" -> "how long it wants to be touched for a reset";
      default -> "what it tells of itself (member %s)".formatted(member);
    };
  }
}
