package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import java.io.IOException;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;

/** Pictures of the laboratory: the shelf, a key that blinks, its log, memory, faults and wires. */
final class LaboratoryPictures {

  private final PictureWorld world;
  private final Camera camera;

  LaboratoryPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException {
    camera.go(Screen.LABORATORY);
    camera.awaitShown("lab-power");
    camera.take("laboratory");
    for (String name : List.of("blue", "travel-key-with-a-name-of-forty-letters")) {
      camera.press("lab-new");
      camera.type("lab-name", name);
      camera.press("lab-make");
      camera.await(name, () -> camera.says("lab-key-name", name));
    }
    camera.press("lab-power");
    camera.await("no power", () -> camera.says("lab-touch-words", "No power"));
    camera.take("laboratory-pulled-out");
    camera.press("lab-new");
    camera.type("lab-name", "blue");
    camera.press("lab-make");
    camera.await("the refusal", () -> camera.shell().lookup("#lab-dialog .advice") != null);
    camera.take("laboratory-name-taken");
    camera.press("close-dialog");
    camera.with("shelf", ListView.class, list -> list.getSelectionModel().select(0));
    camera.await("the first key", () -> camera.says("lab-key-name", "virtual"));
    Thread registering =
        Thread.ofVirtual()
            .start(() -> {
              try {
                People.register(world.useCases(), "linus", "Linus Pauling", "laboratory");
              } catch (Failure e) {
                throw new IllegalStateException("The key on the bench did not register", e);
              }
            });
    camera.await("the light", () -> camera.says("lab-touch-words", "It blinks"));
    camera.take("laboratory-blinks");
    camera.press("lab-touch");
    join(registering);
    camera.await("the end", () -> camera.says("lab-touch-words", "Not waiting"));
    camera.take("laboratory-log");
    camera.tab("lab-tabs", 1);
    camera.take("laboratory-memory");
    camera.tab("lab-tabs", 2);
    camera.with("fault-counter-stuck", CheckBox.class, CheckBox::fire);
    camera.with("lab-fault-json", ToggleButton.class, ToggleButton::fire);
    camera.await(
        "the script",
        () ->
            camera.shell().lookup("#lab-fault-script") instanceof TextArea area
                && area.getText().contains("counter-stuck"));
    camera.take("laboratory-faults");
    camera.press("lab-fault-clear");
    camera.tab("lab-tabs", 3);
    camera.type("lab-udp-port", "0");
    camera.press("lab-wire-udp");
    camera.await("the wire", () -> camera.shell().lookup("#lab-wires .copyable") != null);
    camera.take("laboratory-wires");
    camera.press("lab-wire-udp");
    camera.tab("lab-tabs", 0);
    camera.press("lab-trust");
    camera.awaitShown("lab-write-metadata");
    camera.take("laboratory-trust");
    camera.press("close-dialog");
    camera.with("shelf", ListView.class, list -> list.getSelectionModel().select(2));
    camera.press("lab-remove");
    camera.awaitShown("confirm");
    camera.take("laboratory-throw-away");
    camera.press("keep");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
