package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.key.transport.KeyDevice;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;

final class KeysInTheWindowTest extends WindowTest {

  @Test
  void aKeyThatIsPluggedInAppearsAndOneThatIsPulledOutGoes() throws Exception {
    awaitThat(() -> keys().getItems().size() == 1);
    PluggedKey key = keyWithPin();
    usb.plugIn(key);
    awaitThat(() -> keys().getItems().size() == 2);
    assertThat(keys().getItems()).extracting(KeyDevice::id).containsExactly("hid-1", "virtual");

    usb.pullOut(key);
    awaitThat(() -> keys().getItems().size() == 1);
    assertThat(keys().getItems().getFirst().id()).isEqualTo("virtual");
  }

  @Test
  void hardwareStandsAboveTheVirtualKeyWhicheverCameFirst() throws Exception {
    awaitThat(() -> keys().getItems().size() == 1);
    usb.plugIn(keyWithPin());
    awaitThat(() -> keys().getItems().size() == 2);

    assertThat(keys().getItems().getLast().id()).isEqualTo("virtual");
  }

  @Test
  void theChosenKeyTellsAboutItself() {
    awaitShown(".key-detail");

    assertThat(shell.lookupAll(".key-detail .label"))
        .extracting(node -> ((Label) node).getText())
        .contains("Touchstone Virtual Key")
        .anyMatch(words -> words.contains("FIDO_2_1"));
  }

  @SuppressWarnings("unchecked")
  private ListView<KeyDevice> keys() {
    return shell.lookup("#keys") instanceof ListView<?> list
        ? (ListView<KeyDevice>) list
        : new ListView<>();
  }
}
