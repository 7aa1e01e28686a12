package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.virtual.ShelfKeys;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which key is used when the person did not say: the one hardware key; where there is none, the
 * virtual key that is always there, or the only one; a question when there are several.
 */
public final class ChooseKey {

  private final KeyRing ring;

  public ChooseKey(KeyRing ring) {
    this.ring = ring;
  }

  /**
   * Chooses, without opening anything.
   *
   * @param id the key that the person named, if any
   * @throws Failure if there is no such key, no key at all, or more than one to choose from
   */
  public KeyDevice run(Optional<String> id) throws Failure {
    List<KeyDevice> keys = ring.list();
    if (id.isPresent()) {
      return named(id.get(), keys);
    }
    List<KeyDevice> hardware = keys.stream().filter(ChooseKey::isHardware).toList();
    if (hardware.size() > 1) {
      throw usage(
          "There are %d keys: %s.".formatted(hardware.size(), listed(hardware)),
          "Name one with --key, or unplug the others.");
    }
    return hardware.isEmpty() ? virtual(keys) : hardware.getFirst();
  }

  private static KeyDevice virtual(List<KeyDevice> keys) throws Failure {
    if (keys.isEmpty()) {
      throw failed("No security key is plugged in.", "Plug one in, or let a virtual key be used.");
    }
    if (keys.size() == 1) {
      return keys.getFirst();
    }
    return keys.stream()
        .filter(key -> key.id().equals(ShelfKeys.USUAL))
        .findFirst()
        .orElseThrow(() ->
            usage(
                "There are %d virtual keys: %s.".formatted(keys.size(), listed(keys)),
                "Name one with --key."));
  }

  private static KeyDevice named(String id, List<KeyDevice> keys) throws Failure {
    return keys.stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            usage(
                "There is no key '%s'.".formatted(id),
                keys.isEmpty()
                    ? "No security key is plugged in."
                    : "There is: " + listed(keys) + "."));
  }

  private static boolean isHardware(KeyDevice key) {
    return switch (key.transport()) {
      case USB_HID, SMART_CARD, UDP -> true;
      case VIRTUAL -> false;
    };
  }

  private static String listed(List<KeyDevice> keys) {
    return keys.stream()
        .map(key ->
            key.transport() == Transport.VIRTUAL
                ? key.id()
                : "%s (%s)".formatted(key.id(), key.name()))
        .collect(Collectors.joining(", "));
  }

  private static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "", next, ""));
  }

  private static Failure failed(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.FAILED, happened, "", next, ""));
  }
}
