package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.virtual.ShelfKeys;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Transport;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which key is used. A person names it by its id, by the name that was given to it, by its serial
 * number, by the id or the path of one of its wires, or touches it. When the person did not say:
 * the one hardware key; where there is none, the virtual key that is always there, or the only one;
 * a question when there are several.
 */
public final class ChooseKey {

  /** Instead of an id: the key that is touched. */
  public static final String BY_TOUCH = "touch";

  private final KeyRing ring;
  private final ChooseByTouch byTouch;

  public ChooseKey(KeyRing ring) {
    this(ring, new ChooseByTouch(ring));
  }

  public ChooseKey(KeyRing ring, ChooseByTouch byTouch) {
    this.ring = ring;
    this.byTouch = byTouch;
  }

  /**
   * Chooses, opening nothing but for {@link #BY_TOUCH}.
   *
   * @param id the key that the person named, if any
   * @throws Failure if there is no such key, no key at all, or more than one to choose from
   */
  public KeyDevice run(Optional<String> id) throws Failure {
    if (id.equals(Optional.of(BY_TOUCH))) {
      return byTouch.run();
    }
    List<KeyDevice> keys = ring.list();
    if (id.isPresent()) {
      return named(id.get(), keys);
    }
    List<KeyDevice> hardware = keys.stream().filter(ChooseKey::isHardware).toList();
    if (hardware.size() > 1) {
      throw usage(
          "There are %d keys: %s.".formatted(hardware.size(), listed(hardware)),
          "Name one with --key, or use --key touch, or unplug the others.");
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

  private KeyDevice named(String id, List<KeyDevice> keys) throws Failure {
    List<Predicate<KeyDevice>> ways =
        List.of(
            key -> key.id().equals(id),
            key -> key.label().map(KeyLabel::name).filter(id::equalsIgnoreCase).isPresent(),
            key -> key.serial().filter(id::equalsIgnoreCase).isPresent(),
            key -> key.path().equals(id));
    for (Predicate<KeyDevice> way : ways) {
      List<KeyDevice> found = keys.stream().filter(way).toList();
      if (found.size() > 1) {
        throw usage(
            "'%s' fits %d keys: %s.".formatted(id, found.size(), listed(found)),
            "Name one by its id.");
      }
      if (found.size() == 1) {
        return found.getFirst();
      }
    }
    return keys.stream()
        .flatMap(key -> key.wires().stream())
        .filter(wire -> wire.id().equals(id) || wire.path().equals(id))
        .findFirst()
        .orElseThrow(() -> missing(id, keys));
  }

  private Failure missing(String id, List<KeyDevice> keys) {
    Optional<Hint> why = ring.missing(id);
    if (why.isPresent()) {
      return failed(why.get().happened(), why.get().next());
    }
    return usage(
        "There is no key '%s'.".formatted(id),
        keys.isEmpty() ? "No security key is plugged in." : "There is: " + listed(keys) + ".");
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
            key.transport() == Transport.VIRTUAL && key.label().isEmpty()
                ? key.id()
                : "%s (%s)".formatted(key.id(), key.title()))
        .collect(Collectors.joining(", "));
  }

  private static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "", next, ""));
  }

  private static Failure failed(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.FAILED, happened, "", next, ""));
  }
}
