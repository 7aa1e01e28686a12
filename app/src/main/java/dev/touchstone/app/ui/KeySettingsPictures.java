package dev.touchstone.app.ui;

import java.io.IOException;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

/** The settings of a key, its reset, and what it tells with its raw values. */
final class KeySettingsPictures {

  private KeySettingsPictures() {}

  /** With a key in view that has a PIN. */
  static void take(Camera camera) throws IOException {
    camera.with("segment-settings", RadioButton.class, RadioButton::fire);
    camera.awaitShown("setting-always-uv");
    camera.take("keys-settings");
    camera.with("min-pin-length", TextField.class, field -> field.setText("3"));
    camera.take("keys-settings-too-short");
    camera.with("min-pin-length", TextField.class, field -> field.setText("8"));
    camera.with("raise-min-pin-length", Button.class, Button::fire);
    camera.awaitShown("confirm");
    camera.take("keys-settings-question");
    camera.press("keep");
    camera.with("segment-reset", RadioButton.class, RadioButton::fire);
    camera.awaitShown("reset-look");
    camera.take("keys-reset");
    camera.press("reset-look");
    camera.awaitShown("reset-word");
    camera.take("keys-reset-preview");
    camera.with("reset-word", TextField.class, field -> field.setText("reset"));
    camera.press("reset-go");
    camera.awaitShown("reset-step");
    camera.take("keys-reset-unplug");
    camera.press("cancel-reset");
    camera.await("the dialog to close", () -> camera.shell().lookup("#key-reset") == null);
    camera.with("segment-overview", RadioButton.class, RadioButton::fire);
  }
}
