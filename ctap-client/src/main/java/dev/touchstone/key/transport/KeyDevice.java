package dev.touchstone.key.transport;

import com.yubico.yubikit.core.YubiKeyConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A security key that is there, not yet opened. */
public interface KeyDevice {

  /**
   * Short enough to type, the same as long as the key stays plugged in, such as {@code hid-1} or
   * {@code virtual}.
   */
  String id();

  /** What the key calls itself, such as {@code YubiKey FIDO}. */
  String name();

  Transport transport();

  /**
   * Where the operating system has it, such as {@code /dev/hidraw3}, or the memory file of a
   * virtual key.
   */
  String path();

  /** USB vendor id, 0 where there is none. */
  int vendorId();

  /** USB product id, 0 where there is none. */
  int productId();

  /** What tells this key from every other, as far as that can be known without opening it. */
  default Set<Mark> marks() {
    return Set.of();
  }

  /** The number that the key tells of itself, if it does. */
  default Optional<String> serial() {
    return marks().stream()
        .filter(Mark.Serial.class::isInstance)
        .map(mark -> ((Mark.Serial) mark).number())
        .findFirst();
  }

  /** What keys of this kind have in common, and those of other kinds have not. */
  default String likeness() {
    return "%s %04x:%04x %s".formatted(transport(), vendorId(), productId(), name());
  }

  /** Another text each time that something is plugged in there. */
  default String plugIn() {
    return path();
  }

  /** Whether opening it gives it power anew, so that nobody has to unplug it for that. */
  default boolean powersUpWhenOpened() {
    return false;
  }

  /** The ways to reach the key, the one first that is used. */
  default List<KeyDevice> wires() {
    return List.of(this);
  }

  /** How a person calls it, if one gave it a name. */
  default Optional<KeyLabel> label() {
    return Optional.empty();
  }

  /** What to call it before a person: by the given name, or else by the key's own. */
  default String title() {
    return label().map(KeyLabel::name).orElseGet(this::name);
  }

  /**
   * Opens the connection: a {@code FidoConnection}, which moves packets, or a {@code
   * SmartCardConnection}, which moves APDUs. The caller closes it.
   *
   * @throws IOException if the key is gone, is held by another program, or access is denied
   */
  YubiKeyConnection connect() throws IOException;
}
