package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.virtual.InsertedKey;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.transport.KeyDevice;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

final class NamesAndDoctorInTheWindowTest extends WindowTest {

  @Test
  void aKeyThatComesOnASecondWireStaysOneAndStaysChosen() throws Exception {
    PluggedKey key = keyWithPin();
    usb.plugIn(key);
    awaitThat(() -> keys().getItems().size() == 2);
    usb.plugIn(new InsertedKey("card-1", key.key(), CardInterface.CONTACT));
    awaitThat(() -> keys().getItems().getFirst().wires().size() == 2);

    assertThat(keys().getItems()).extracting(KeyDevice::id).containsExactly("hid-1", "virtual");
  }

  @Test
  void aNameIsGivenAndShownAndForgotten() throws Exception {
    usb.plugIn(keyWithPin());
    awaitThat(() -> keys().getItems().size() == 2);
    onWindow(() -> keys().getSelectionModel().select(0));
    awaitShown("#name-key");
    press("name-key");
    awaitShown("#key-name");
    onWindow(() -> ((TextField) shell.lookup("#key-name")).setText("Ada's blue"));
    press("colour-blue");
    press("key-name-save");
    awaitThat(() -> keys().getItems().getFirst().title().equals("Ada's blue"));

    awaitThat(() -> shell.lookup("#key-naming") == null && shell.lookup("#name-key") != null);
    press("name-key");
    awaitShown("#key-name-forget");
    press("key-name-forget");
    awaitThat(() -> keys().getItems().getFirst().label().isEmpty());
  }

  @Test
  void theDoctorTellsWhatItFoundAndGivesTheKeysBack() {
    press("open-settings");
    awaitShown("#doctor-from-settings");
    press("doctor-from-settings");
    awaitShown("#doctor-summary");
    assertThat(shell.lookupAll(".finding .label"))
        .extracting(node -> ((Label) node).getText())
        .contains("virtual", "database");
    press("doctor-back");
    awaitShown("#keys");
  }

  private void press(String id) {
    onWindow(() -> {
      if (shell.lookup("#" + id) instanceof ButtonBase button) {
        button.fire();
      } else {
        throw new AssertionError("no button " + id);
      }
    });
  }

  private static void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
  }

  @SuppressWarnings("unchecked")
  private ListView<KeyDevice> keys() {
    return shell.lookup("#keys") instanceof ListView<?> list
        ? (ListView<KeyDevice>) list
        : new ListView<>();
  }
}
