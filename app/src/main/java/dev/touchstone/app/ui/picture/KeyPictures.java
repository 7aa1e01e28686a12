package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.kit.PinField;
import java.io.IOException;
import javafx.scene.control.ListView;

/** Pictures of keys: what they tell, their PIN, names, the choice by touch, the doctor. */
final class KeyPictures {

  private final PictureWorld world;
  private final Camera camera;

  KeyPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  /** Takes them; the keys are on screen before and afterwards. */
  void take() throws IOException {
    overview();
    pin();
    names();
    touch();
    doctor();
  }

  private void overview() throws IOException {
    camera.await("the key", () -> camera.shell().lookup(".key-detail") != null);
    camera.take("keys");
    camera.press("raw-values");
    camera.take("keys-raw");
    camera.press("raw-values");
    KeySettingsPictures.take(camera);
    camera.with("keys", ListView.class, list -> list.getSelectionModel().select(1));
    camera.await("the virtual key", () -> camera.shell().lookup(".key-detail") != null);
    camera.take("keys-virtual");
  }

  private void pin() throws IOException {
    camera.press("pin-of-key");
    camera.awaitShown("new-pin");
    camera.with("new-pin", PinField.class, field -> field.replaceText(0, 0, "135790"));
    camera.take("keys-pin");
    camera.press("close-dialog");
  }

  private void names() throws IOException {
    camera.with("keys", ListView.class, list -> list.getSelectionModel().select(0));
    camera.awaitShown("name-key");
    camera.press("name-key");
    camera.awaitShown("key-name");
    camera.type("key-name", "touch");
    camera.press("key-name-save");
    camera.await("the advice", () -> camera.shell().lookup("#key-naming .advice") != null);
    camera.take("keys-name-refused");
    camera.type("key-name", "Ada's blue");
    camera.press("colour-blue");
    camera.take("keys-name");
    camera.press("key-name-save");
    camera.await("the name", () -> camera.shell().lookup("#key-naming") == null);
    camera.awaitShown("name-key");
    camera.take("keys-named");
  }

  private void touch() throws IOException {
    camera.press("choose-by-touch");
    camera.awaitShown("touch-choice-virtual");
    camera.take("keys-touch");
    camera.press("touch-choice-virtual");
    camera.await("the choice", () -> camera.shell().lookup("#touch-choice") == null);
    camera.awaitShown("name-key");
    camera.take("keys-touched");
    world.touchAutomatically(false);
  }

  private void doctor() throws IOException {
    camera.press("open-settings");
    camera.awaitShown("doctor-from-settings");
    camera.press("doctor-from-settings");
    camera.awaitShown("doctor-summary");
    camera.take("doctor");
    camera.press("doctor-back");
  }
}
