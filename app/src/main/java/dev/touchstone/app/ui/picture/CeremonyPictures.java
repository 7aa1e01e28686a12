package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.kit.PinField;
import java.io.IOException;
import java.time.Duration;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;

/** Pictures of registrations and sign-ins: what is asked, what comes of it. */
final class CeremonyPictures {

  private final PictureWorld world;
  private final Camera camera;

  CeremonyPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException {
    register();
    signIn();
  }

  private void register() throws IOException {
    camera.go(Screen.REGISTER);
    camera.take("register");
    camera.type("user", "ada");
    camera.type("display-name", "Ada Lovelace");
    camera.type("label", "blue key");
    camera.with("register-more", ToggleButton.class, button -> button.setSelected(true));
    camera.settle();
    camera.act(() -> ((ScrollPane) camera.shell().lookup(".scroll")).setVvalue(1));
    camera.take("register-extensions");
    camera.press("start-register");
    camera.awaitShown("pin");
    camera.take("register-pin");
    camera.with("pin", PinField.class, field -> field.insertText(0, "246800"));
    camera.press("pin-continue");
    camera.awaitShown("pin-mistake");
    camera.take("register-pin-wrong");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.await("the touch", () -> camera.shell().lookup(".touch-prompt") != null);
    camera.take("register-touch");
    world.touchAutomatically(true);
    camera.awaitShown("verdict-title");
    camera.take("register-accepted");
    verdictTab(1);
    camera.take("register-attestation");
    verdictTab(2);
    camera.take("register-credential");
    verdictTab(3);
    camera.take("register-messages");
    world.touchAutomatically(false);
    camera.press("ceremony-change");
    camera.type("user", "ada");
    camera.press("start-register");
    camera.awaitShown("pin");
    camera.press("cancel-ceremony");
    camera.awaitAdvice();
    camera.take("register-cancelled");
  }

  private void signIn() throws IOException {
    world.passTime(Duration.ofMinutes(7));
    camera.go(Screen.SIGN_IN);
    camera.with("sign-in-user", ComboBox.class, box -> box.getEditor().setText("grace"));
    camera.take("sign-in");
    camera.with("key", ComboBox.class, box -> box.getSelectionModel().select(2));
    camera.press("start-sign-in");
    camera.awaitShown("touch-the-key");
    camera.take("sign-in-touch");
    camera.press("touch-the-key");
    camera.awaitShown("verdict-title");
    camera.take("sign-in-accepted");
    camera.press("ceremony-change");
    world.keySignsForAnother(true);
    world.touchAutomatically(true);
    camera.with("sign-in-user", ComboBox.class, box -> box.getEditor().setText("ada"));
    camera.with("key", ComboBox.class, box -> box.getSelectionModel().select(1));
    camera.press("start-sign-in");
    camera.awaitShown("pin");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.awaitShown("verdict-title");
    camera.take("sign-in-refused");
    world.keySignsForAnother(false);
    world.touchAutomatically(false);
  }

  private void verdictTab(int index) {
    camera.act(
        () -> ((TabPane) camera.shell().lookup(".verdict-tabs")).getSelectionModel().select(index));
  }
}
