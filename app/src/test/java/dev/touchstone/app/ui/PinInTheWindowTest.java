package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.ui.kit.PinField;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class PinInTheWindowTest extends WindowTest {

  @Test
  void theVirtualKeyGetsItsPinByKeyboard() {
    click("#pin-of-key");
    awaitShown("#new-pin");
    awaitThat(() -> shell.lookup("#new-pin").isFocused());

    robot.write("24");
    assertThat(missing()).contains("at least 4 characters");
    assertThat(shell.lookup("#pin-submit").isDisabled()).isTrue();
    robot.write("68");
    robot.push(KeyCode.TAB);
    robot.write("2468");
    robot.push(KeyCode.ENTER);

    awaitShown("#pin-done");
    click("#pin-done");
    awaitThat(() ->
        shell.lookup("#pin-of-key") instanceof Button button
            && button.getText().equals("Change PIN…"));
  }

  @Test
  void escapeWipesWhatWasTyped() {
    click("#pin-of-key");
    awaitShown("#new-pin");
    awaitThat(() -> shell.lookup("#new-pin").isFocused());
    PinField field = (PinField) shell.lookup("#new-pin");
    robot.write("2468");
    assertThat(field.peek()).hasSize(4);

    robot.push(KeyCode.ESCAPE);

    awaitThat(() -> !shown("#pin-change"));
    assertThat(field.peek()).isEmpty();
  }

  @Test
  void thePinIsVerifiedByKeyboardAndAWrongOneToldWithItsTries() throws Exception {
    usb.plugIn(keyWithPin());
    robot.interact(() -> ((ListView<?>) shell.lookup("#keys")).getSelectionModel().select(0));
    click("#verify-pin");
    awaitThat(() -> shown("#current-pin") && shell.lookup("#current-pin").isFocused());
    assertThat(shell.lookup("#new-pin")).isNull();

    robot.write("000000");
    robot.push(KeyCode.ENTER);
    awaitThat(() ->
        shell.lookup("#pin-change").lookupAll(".badge").stream()
            .anyMatch(
                badge -> badge instanceof Label label && label.getText().equals("7 tries left")));
    awaitThat(() -> shown("#current-pin") && shell.lookup("#current-pin").isFocused());
    robot.write(PIN);
    robot.push(KeyCode.ENTER);

    awaitShown("#pin-done");
    click("#pin-done");
    awaitThat(() -> !shown("#pin-change"));
  }

  private String missing() {
    return ((Label) shell.lookup("#pin-missing")).getText();
  }
}
