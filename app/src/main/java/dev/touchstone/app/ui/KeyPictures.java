package dev.touchstone.app.ui;

import java.io.IOException;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

/** Pictures of what is done to keys as such: names, the choice by touch, the doctor. */
final class KeyPictures {

  private KeyPictures() {}

  /** Takes them; the keys are on screen before and afterwards. */
  static void take(Camera camera, PictureWorld world) throws IOException {
    names(camera);
    touch(camera, world);
    doctor(camera);
  }

  private static void names(Camera camera) throws IOException {
    camera.with("keys", ListView.class, list -> list.getSelectionModel().select(0));
    camera.awaitShown("name-key");
    camera.with("name-key", Button.class, Button::fire);
    camera.awaitShown("key-name");
    camera.with("key-name", TextField.class, field -> field.setText("touch"));
    camera.with("key-name-save", Button.class, Button::fire);
    camera.await("the advice", () -> camera.shell().lookup("#key-naming .advice") != null);
    camera.take("keys-name-refused");
    camera.with("key-name", TextField.class, field -> field.setText("Ada's blue"));
    camera.with("colour-blue", RadioButton.class, RadioButton::fire);
    camera.take("keys-name");
    camera.with("key-name-save", Button.class, Button::fire);
    camera.await("the name", () -> camera.shell().lookup("#key-naming") == null);
    camera.awaitShown("name-key");
    camera.take("keys-named");
  }

  private static void touch(Camera camera, PictureWorld world) throws IOException {
    camera.press("choose-by-touch");
    camera.awaitShown("touch-choice-virtual");
    camera.take("keys-touch");
    camera.press("touch-choice-virtual");
    camera.await("the choice", () -> camera.shell().lookup("#touch-choice") == null);
    camera.awaitShown("name-key");
    camera.take("keys-touched");
    world.touchAutomatically(false);
  }

  private static void doctor(Camera camera) throws IOException {
    camera.press("open-settings");
    camera.awaitShown("doctor-from-settings");
    camera.with("doctor-from-settings", Button.class, Button::fire);
    camera.awaitShown("doctor-summary");
    camera.take("doctor");
    camera.with("doctor-back", Button.class, Button::fire);
  }
}
