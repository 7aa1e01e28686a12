package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.kit.PinField;
import java.io.IOException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** The pictures of the tab "Credentials" of a key. */
final class KeyCredentialPictures {

  private final PictureWorld world;
  private final Camera camera;

  KeyCredentialPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException {
    camera.go(Screen.KEYS);
    chooseKey(0);
    camera.press("segment-credentials");
    camera.awaitShown("unlock-credentials");
    camera.take("key-credentials-locked");
    camera.press("unlock-credentials");
    camera.awaitShown("pin");
    camera.take("key-credentials-pin");
    givePin();
    camera.awaitShown("key-credential-table");
    camera.take("key-credentials");
    camera.with(
        "key-credential-table", TableView.class, table -> table.getSelectionModel().select(3));
    camera.take("key-credentials-one");
    camera.press("rename-key-credential");
    camera.type("rename-name", "maximiliane");
    camera.take("key-credentials-rename");
    camera.press("close-dialog");
    camera.press("delete-key-credential");
    camera.awaitShown("confirm");
    camera.take("key-credentials-delete");
    camera.press("keep");
    camera.type("search-key-credentials", "ada");
    camera.take("key-credentials-search");
    camera.with("search-key-credentials", TextField.class, TextField::clear);
    remembered();
    camera.press("segment-overview");
  }

  private void remembered() throws IOException {
    camera.press("segment-overview");
    camera.press("segment-credentials");
    camera.with("remember-key", CheckBox.class, box -> box.setSelected(true));
    camera.press("unlock-credentials");
    givePin();
    camera.awaitShown("forget-key");
    camera.press("segment-overview");
    camera.press("segment-credentials");
    camera.awaitShown("forget-key");
    camera.take("key-credentials-remembered");
    camera.press("forget-key");
    camera.awaitShown("unlock-credentials");
  }

  private void givePin() {
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
  }

  private void chooseKey(int index) {
    camera.with("keys", ListView.class, list -> list.getSelectionModel().select(index));
    camera.await("the key", () -> camera.shell().lookup("#segment-credentials") != null);
  }
}
