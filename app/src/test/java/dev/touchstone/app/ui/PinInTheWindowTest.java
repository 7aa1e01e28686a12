package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.ui.kit.PinField;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

  private String missing() {
    return ((Label) shell.lookup("#pin-missing")).getText();
  }
}
