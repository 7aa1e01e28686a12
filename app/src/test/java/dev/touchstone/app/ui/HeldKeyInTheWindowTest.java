package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.SetPin;
import dev.touchstone.app.usecase.ShowKey;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A key that is held open by a part of the screen, which only one program at a time can have. */
final class HeldKeyInTheWindowTest extends WindowTest {

  @Test
  void aKeyThatATabHasOpenIsFreeForOthersWhileAnotherScreenIsShown() throws Exception {
    setPin();
    unlockCredentials();
    assertThat(isFree()).isFalse();

    go(KeyCode.DIGIT5);
    awaitThat(this::isFree);

    go(KeyCode.DIGIT1);
    awaitShown("#unlock-credentials");
    assertThat(isFree()).isTrue();
  }

  @Test
  void aKeyIsClosedBeforeTheNextTabLooksAtIt() throws Exception {
    setPin();
    unlockCredentials();

    click("#segment-blobs");
    awaitShown("#unlock-large-blobs");
    click("#segment-settings");
    awaitShown("#setting-always-uv");
    assertThat(isFree()).isTrue();
  }

  @Test
  void oneSettingAfterTheOtherIsChangedWithOnePinAndTheOverviewKnows() throws Exception {
    setPin();
    robot.interact(() -> shell.lookup("#read-key-again").fireEvent(new ActionEvent()));
    click("#segment-settings");
    click("#change-always-uv");
    click("#confirm");
    awaitShown("#pin");
    robot.write(PIN);
    robot.push(KeyCode.ENTER);
    awaitThat(() -> button("#change-always-uv").getText().equals("Switch off…"));
    awaitThat(() -> shell.lookup("#change-always-uv").isFocused());

    click("#change-always-uv");
    click("#confirm");
    awaitThat(() -> button("#change-always-uv").getText().equals("Switch on…"));
    click("#change-always-uv");
    click("#confirm");
    awaitThat(() -> button("#change-always-uv").getText().equals("Switch off…"));

    click("#segment-overview");
    awaitThat(() ->
        shell.lookupAll(".label").stream()
            .anyMatch(it -> it instanceof Label label && label.getText().contains("alwaysUv")));
    click("#segment-settings");
    awaitThat(() -> button("#change-always-uv").getText().equals("Switch off…"));
  }

  @Test
  void aRememberedKeyIsMarkedAndForgottenInTheOverview() throws Exception {
    setPin();
    click("#segment-credentials");
    awaitShown("#unlock-credentials");
    click("#remember-key");
    click("#unlock-credentials");
    awaitShown("#pin");
    robot.write(PIN);
    robot.push(KeyCode.ENTER);
    awaitShown("#forget-key");

    click("#segment-overview");
    awaitShown("#remembered-key");
    assertThat(shown("#listed-without-pin")).isTrue();
    click("#forget-remembered");
    awaitThat(() -> !shown("#listed-without-pin"));

    click("#segment-credentials");
    awaitShown("#unlock-credentials");
  }

  private Button button(String query) {
    return (Button) shell.lookup(query);
  }

  private void setPin() throws Exception {
    var _ =
        wiring
            .keys()
            .setPin()
            .apply(
                new SetPin.Request(Optional.of("virtual")),
                new Pin(PIN.toCharArray()),
                new Cancellation());
  }

  private void unlockCredentials() {
    click("#segment-credentials");
    click("#unlock-credentials");
    awaitShown("#pin");
    robot.write(PIN);
    robot.push(KeyCode.ENTER);
    awaitShown("#refresh-key-credentials");
  }

  /** For another program. */
  private boolean isFree() {
    try (Wiring other = new Wiring(Settings.usual(data.resolve("data")))) {
      var _ = other.keys().show().run(new ShowKey.Request(Optional.of("virtual")));
      return true;
    } catch (Failure e) {
      return false;
    }
  }
}
