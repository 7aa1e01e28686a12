package dev.touchstone.app.ui.keyreset;

import dev.touchstone.app.usecase.ResetKey;
import dev.touchstone.key.transport.KeyDevice;

/** What the person does with the key in hand. */
final class ResetWords {

  private ResetWords() {}

  static String takeOut(KeyDevice key) {
    return switch (key.transport()) {
      case USB_HID -> "Unplug %s now".formatted(key.title());
      case SMART_CARD -> "Take the key out of the reader, or off it";
      case VIRTUAL, UDP -> "Pull %s out, in the laboratory".formatted(key.title());
    };
  }

  static String putBack(KeyDevice key) {
    return switch (key.transport()) {
      case USB_HID -> "Plug %s in again".formatted(key.title());
      case SMART_CARD -> "Put the key back";
      case VIRTUAL, UDP -> "Plug %s in again, in the laboratory".formatted(key.title());
    };
  }

  static String knownAgain(ResetKey.Preview preview) {
    String start =
        preview.how() == ResetKey.PowerUp.RESTART
            ? "Whether a simulator was started just now cannot be seen from here: start it anew first. "
            : "";
    return start
        + preview
            .key()
            .serial()
            .map(serial -> "The key is known again by its serial number, %s.".formatted(serial))
            .orElse(
                "The key tells no serial number: it is known again by what it tells of itself and by"
                    + " its PIN tries. Have no other key of this model at hand.");
  }
}
