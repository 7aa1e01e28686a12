package dev.touchstone.app.ui.picture;

import java.io.IOException;

/** The settings of a key, its reset, and what it tells with its raw values. */
final class KeySettingsPictures {

  private KeySettingsPictures() {}

  /** With a key in view that has a PIN. */
  static void take(Camera camera) throws IOException {
    camera.press("segment-settings");
    camera.awaitShown("setting-always-uv");
    camera.take("keys-settings");
    camera.type("min-pin-length", "3");
    camera.take("keys-settings-too-short");
    camera.type("min-pin-length", "8");
    camera.press("raise-min-pin-length");
    camera.awaitShown("confirm");
    camera.take("keys-settings-question");
    camera.press("keep");
    camera.press("segment-reset");
    camera.awaitShown("reset-look");
    camera.take("keys-reset");
    camera.press("reset-look");
    camera.awaitShown("reset-word");
    camera.take("keys-reset-preview");
    camera.type("reset-word", "reset");
    camera.press("reset-go");
    camera.awaitShown("reset-step");
    camera.take("keys-reset-unplug");
    camera.press("cancel-reset");
    camera.await("the dialog to close", () -> camera.shell().lookup("#key-reset") == null);
    camera.press("segment-overview");
  }
}
