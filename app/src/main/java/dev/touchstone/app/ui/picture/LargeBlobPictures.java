package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.kit.PinField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
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
    camera.press("segment-blobs");
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
    camera.press("close-dialog");
    full();
    damaged();
  }

  private void full() throws IOException {
    world.fillLargeBlobs();
    unlock();
    camera.take("large-blobs-full");
    camera.press("delete-large-blob");
    camera.awaitShown("confirm");
    camera.take("large-blobs-delete");
    camera.press("keep");
    Path file = Files.createTempFile("certificate", ".pub");
    try {
      byte[] large = new byte[2000];
      new Random(2).nextBytes(large);
      Files.write(file, large);
      camera.choose(file);
      camera.press("write-large-blob");
      camera.awaitShown("close-errand");
      camera.take("large-blobs-no-room");
      camera.press("close-errand");
    } finally {
      Files.delete(file);
    }
  }

  private void damaged() throws IOException {
    world.damageLargeBlobs();
    unlock();
    camera.take("large-blobs-damaged");
    camera.press("collect-large-blobs");
    camera.awaitShown("confirm");
    camera.take("large-blobs-damaged-collect");
    camera.press("confirm");
    camera.await("sound ones", () -> camera.shell().lookup(".panel") == null);
  }

  /** Comes to the tab anew, as somebody who was away. */
  private void unlock() {
    camera.press("segment-overview");
    camera.press("segment-blobs");
    camera.press("unlock-large-blobs");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.awaitShown("collect-large-blobs");
  }
}
