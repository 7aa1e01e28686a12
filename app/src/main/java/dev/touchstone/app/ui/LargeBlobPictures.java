package dev.touchstone.app.ui;

import dev.touchstone.app.ui.kit.PinField;
import java.io.IOException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;

/** The pictures of the tab "Blobs" of a key. */
final class LargeBlobPictures {

  private final PictureWorld world;
  private final Camera camera;

  LargeBlobPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException {
    camera.go(Screen.KEYS);
    camera.with("keys", ListView.class, list -> list.getSelectionModel().select(0));
    camera.await("the tab", () -> camera.shell().lookup("#segment-blobs") != null);
    camera.with("segment-blobs", ButtonBase.class, ButtonBase::fire);
    camera.awaitShown("unlock-large-blobs");
    camera.take("large-blobs-locked");
    camera.press("unlock-large-blobs");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.awaitShown("collect-large-blobs");
    camera.take("large-blobs");
    camera.press("collect-large-blobs");
    camera.awaitShown("nothing-to-collect");
    camera.take("large-blobs-nothing-to-collect");
  }
}
