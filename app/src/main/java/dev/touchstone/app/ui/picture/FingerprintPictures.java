package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.kit.PinField;
import dev.touchstone.app.usecase.SetPin;
import dev.touchstone.app.usecase.StartLab;
import dev.touchstone.fixture.lab.Gesture;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import java.io.IOException;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The pictures of the tab "Fingerprints" of a key. */
final class FingerprintPictures {

  private static final String BIO = "bio";

  /** Good ones that the key wants. */
  private static final int SAMPLES = 4;

  private final PictureWorld world;
  private final Camera camera;

  FingerprintPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException, Failure {
    var _ = world.useCases().laboratory().makeLabKey().run(BIO, "biometric");
    try (StartLab.Running _ = world.useCases().laboratory().startLab().run(false)) {
      enrol();
    }
    reset();
  }

  private void enrol() throws IOException, Failure {
    var _ =
        world
            .useCases()
            .keys()
            .setPin()
            .apply(new SetPin.Request(Optional.of(BIO)), new Pin(world.pin()), new Cancellation());
    camera.go(Screen.KEYS);
    choose(0);
    camera.await("no sensor", () -> camera.shell().lookup("#key-fingerprints .disc") != null);
    camera.take("fingerprints-unsupported");
    camera.await("the key with a sensor", this::bioIsListed);
    choose(bio());
    camera.awaitShown("unlock-fingerprints");
    camera.take("fingerprints-locked");
    camera.press("unlock-fingerprints");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.awaitShown("enrol-fingerprint");
    camera.take("fingerprints-empty");
    camera.press("enrol-fingerprint");
    camera.type("fingerprint-name", "right thumb");
    camera.take("fingerprints-name");
    camera.press("fingerprint-name-go");
    lay(new Gesture.Finger(1));
    camera.await("one sample", () -> status().startsWith("Good"));
    camera.take("fingerprints-enrolling");
    lay(new Gesture.BadFinger(1));
    camera.await("a bad sample", () -> !status().startsWith("Good"));
    camera.take("fingerprints-bad-sample");
    for (int sample = 2; sample <= SAMPLES; sample++) {
      lay(new Gesture.Finger(1));
    }
    camera.await("the finger", () -> camera.shell().lookup("#fingerprint-list .card") != null);
    camera.take("fingerprints");
    failure();
  }

  private void failure() throws IOException {
    camera.press("enrol-fingerprint");
    camera.press("fingerprint-name-go");
    lay(new Gesture.Decline());
    camera.awaitShown("close-enrolment");
    camera.take("fingerprints-failed");
    camera.press("close-enrolment");
  }

  /** As soon as the sensor waits for it. */
  private void lay(Gesture gesture) {
    camera.await(
        "the sensor",
        () -> {
          try {
            return world.useCases().laboratory().touchLabKey().run(BIO, gesture);
          } catch (Failure e) {
            throw new IllegalStateException("The finger cannot be laid on", e);
          }
        });
  }

  /** This key gets power when it is opened, so that nobody has to unplug it. */
  private void reset() throws IOException {
    camera.press("segment-reset");
    camera.press("reset-look");
    camera.type("reset-word", "reset");
    camera.press("reset-go");
    camera.awaitShown("touch-the-key");
    camera.take("keys-reset-touch");
    camera.press("touch-the-key");
    camera.awaitShown("reset-done");
    camera.take("keys-reset-done");
  }

  private String status() {
    return camera.shell().lookup("#enrol-status") instanceof Label label ? label.getText() : "";
  }

  private boolean bioIsListed() {
    return bio() >= 0;
  }

  private int bio() {
    if (!(camera.shell().lookup("#keys") instanceof ListView<?> list)) {
      return -1;
    }
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i) instanceof KeyDevice key && key.id().equals(BIO)) {
        return i;
      }
    }
    return -1;
  }

  private void choose(int index) {
    camera.with("keys", ListView.class, list -> list.getSelectionModel().select(index));
    camera.await("the tab", () -> camera.shell().lookup("#segment-fingerprints") != null);
    camera.press("segment-fingerprints");
  }
}
