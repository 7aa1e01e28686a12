package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.virtual.Filled;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class KeyCredentialsInTheWindowTest extends WindowTest {

  @Test
  void among500CredentialsOneIsFoundWhileTheTableDrawsNoMoreThanItShows() throws Exception {
    usb.plugIn(new PluggedKey("hid-1", Filled.withMany(50, 10)));
    robot.interact(() -> ((ListView<?>) shell.lookup("#keys")).getSelectionModel().select(0));
    click("#segment-credentials");
    click("#unlock-credentials");
    awaitShown("#pin");
    robot.write(Filled.PIN);
    robot.push(KeyCode.ENTER);
    awaitShown("#key-credential-table");
    TableView<?> table = (TableView<?>) shell.lookup("#key-credential-table");
    assertThat(table.getItems()).hasSize(500);
    assertThat(slots()).isEqualTo("500 on the key · room for 7 more");
    assertThat(table.lookupAll(".table-row-cell")).hasSizeLessThan(60);

    robot.interact(() -> table.getSelectionModel().select(499));
    robot.interact(() -> table.scrollTo(499));
    click("#search-key-credentials");
    robot.write("user-17-3");

    awaitThat(() -> table.getItems().size() == 1);
    assertThat(shell.lookup("#search-key-credentials").isFocused()).isTrue();
    assertThat(slots()).isEqualTo("500 on the key · room for 7 more");
    assertThat(table.lookupAll(".table-row-cell")).hasSizeLessThan(60);
  }

  private String slots() {
    return shell.lookup("#key-credential-slots .badge") instanceof Label label
        ? label.getText()
        : "";
  }

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
