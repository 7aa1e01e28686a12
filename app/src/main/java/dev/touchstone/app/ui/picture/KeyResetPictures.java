package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.usecase.SetPin;
import dev.touchstone.app.usecase.StartLab;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** Pictures of a reset with a key that is taken out, and of keys that cannot be set up. */
final class KeyResetPictures {

  private static final String KEY = "desk";
  private static final String OTHER = "other";
  private static final String OLD = "old";

  private final PictureWorld world;
  private final Camera camera;

  KeyResetPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException, Failure {
    var lab = world.useCases().laboratory();
    var _ = lab.makeLabKey().run(KEY, "touchstone");
    var _ = lab.makeLabKey().run(OTHER, "ctap21");
    var _ = lab.unplugLabKey().run(OTHER);
    var _ = lab.makeLabKey().run(OLD, "ctap20");
    try (StartLab.Running _ = lab.startLab().run(false)) {
      var _ =
          world
              .useCases()
              .keys()
              .setPin()
              .apply(
                  new SetPin.Request(Optional.of(KEY)), new Pin(world.pin()), new Cancellation());
      camera.go(Screen.KEYS);
      choose(OLD, "settings");
      camera.await("nothing to set", () -> camera.shell().lookup(".empty-state") != null);
      camera.take("keys-settings-none");
      anotherKey();
      countdown();
    }
    for (String name : List.of(KEY, OTHER, OLD)) {
      var _ = lab.unplugLabKey().run(name);
    }
  }

  private void anotherKey() throws IOException, Failure {
    begin();
    var _ = world.useCases().laboratory().plugLabKey().run(OTHER);
    camera.awaitShown("reset-done");
    camera.take("keys-reset-another-key");
    camera.press("reset-done");
    var _ = world.useCases().laboratory().plugLabKey().run(KEY);
  }

  private void countdown() throws IOException, Failure {
    begin();
    var _ = world.useCases().laboratory().plugLabKey().run(KEY);
    camera.awaitShown("reset-countdown");
    camera.awaitShown("touch-the-key");
    camera.take("keys-reset-countdown");
    camera.press("cancel-reset");
    camera.await("the dialog to close", () -> camera.shell().lookup("#key-reset") == null);
  }

  /** Up to the moment at which the key is out. */
  private void begin() throws IOException, Failure {
    choose(KEY, "reset");
    camera.press("reset-look");
    camera.type("reset-word", "reset");
    camera.press("reset-go");
    camera.awaitShown("reset-step");
    var _ = world.useCases().laboratory().unplugLabKey().run(KEY);
    camera.await("the key to be out", () -> index(KEY) < 0);
    camera.await("the wish to have it back", this::isWantedBack);
  }

  private boolean isWantedBack() {
    return camera.shell().lookup("#reset-step .label") instanceof Label label
        && label.getText().endsWith("in again, in the laboratory");
  }

  private void choose(String key, String part) {
    camera.await(key, () -> index(key) >= 0);
    camera.with("keys", ListView.class, list -> list.getSelectionModel().select(index(key)));
    camera.await("the head of " + key, () -> isInView(key));
    camera.press("segment-" + part);
  }

  private boolean isInView(String key) {
    return camera.shell().lookupAll(".head .badge").stream()
        .anyMatch(badge -> badge instanceof Label label && label.getText().equals(key));
  }

  private int index(String id) {
    if (!(camera.shell().lookup("#keys") instanceof ListView<?> list)) {
      return -1;
    }
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i) instanceof KeyDevice key && key.id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
