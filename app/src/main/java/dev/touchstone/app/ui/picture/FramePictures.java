package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import java.io.IOException;
import java.util.Locale;

/** Pictures of the frame: its dialogs, and every screen in the smallest window. */
final class FramePictures {

  private final Camera camera;

  FramePictures(Camera camera) {
    this.camera = camera;
  }

  void take() throws IOException {
    dialogs();
    narrow();
  }

  private void dialogs() throws IOException {
    camera.press("help");
    camera.awaitShown("help-dialog");
    camera.take("help");
    camera.press("close-dialog");
    camera.press("open-settings");
    camera.awaitShown("settings");
    camera.take("settings");
    camera.press("close-dialog");
  }

  private void narrow() throws IOException {
    camera.size(800, 600);
    for (Screen screen : Screen.values()) {
      camera.go(screen);
      camera.take("narrow-" + screen.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
