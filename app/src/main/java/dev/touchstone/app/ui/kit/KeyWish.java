package dev.touchstone.app.ui.kit;

import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;

/** Which key a person wants to use. */
public sealed interface KeyWish {

  /** The program is to choose. */
  record Any() implements KeyWish {}

  /** This one. */
  record This(KeyDevice key) implements KeyWish {}

  /** The id of the key; empty where the program is to choose. */
  default Optional<String> keyId() {
    return switch (this) {
      case Any() -> Optional.empty();
      case This(KeyDevice key) -> Optional.of(key.id());
    };
  }
}
