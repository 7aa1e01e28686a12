package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.virtual.Filled;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class KeyCredentialsInTheWindowTest extends WindowTest {

  @Test
  void aCredentialIsFoundAndDeletedWithOnePin() throws Exception {
    VirtualKey key = Filled.with(KeyModels.TOUCHSTONE);
    usb.plugIn(new PluggedKey("hid-1", key));
    robot.interact(() -> ((ListView<?>) shell.lookup("#keys")).getSelectionModel().select(0));
    click("#segment-credentials");
    click("#unlock-credentials");
    awaitShown("#pin");
    robot.write(Filled.PIN);
    robot.push(KeyCode.ENTER);
    awaitShown("#key-credential-table");
    TableView<?> table = (TableView<?>) shell.lookup("#key-credential-table");
    assertThat(table.getItems()).hasSize(2);

    robot.interact(() -> table.getSelectionModel().select(0));
    click("#delete-key-credential");
    awaitShown("#confirm");
    awaitThat(() -> shell.lookup("#keep").isFocused());
    assertThat(key.contents().credentials()).hasSize(2);
    click("#confirm");

    awaitThat(() -> table.getItems().size() == 1);
    assertThat(key.contents().credentials())
        .extracting(it -> it.residence().orElseThrow().rpId())
        .containsExactly("two.example");
  }
}
