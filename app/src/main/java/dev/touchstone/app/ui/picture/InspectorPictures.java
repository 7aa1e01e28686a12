package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import java.io.IOException;
import javafx.scene.control.TabPane;

/** Pictures of the inspector: empty, with something that people paste, with half of it. */
final class InspectorPictures {

  private final PictureWorld world;
  private final Camera camera;

  InspectorPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException {
    camera.go(Screen.INSPECTOR);
    camera.take("inspector-empty");
    camera.type("inspector-input", world.somethingToInspect());
    camera.awaitShown("inspection-kind");
    camera.take("inspector");
    camera.act(
        () -> ((TabPane) camera.shell().lookup(".verdict-tabs")).getSelectionModel().select(1));
    camera.take("inspector-attestation");
    camera.type("inspector-input", "o2NmbXRmcGFja2VkZ2F0dFN0bXSjY2FsZyZj");
    camera.awaitAdvice();
    camera.take("inspector-error");
  }
}
