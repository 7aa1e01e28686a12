package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.account.Credential;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class RegisterInTheWindowTest extends WindowTest {

  @Test
  void aCredentialIsRegisteredByClicking() throws Exception {
    register("ada");
    click("#touch-the-key");
    awaitShown("#verdict-title");

    assertThat(text("#verdict-title")).isEqualTo("Accepted");
    assertThat(credentials()).singleElement().returns("ada", Credential::userName);
    assertThat(shell.lookupAll(".step")).hasSizeGreaterThan(20);
  }

  @Test
  void aSignInFollowsWithACounterThatWentUp() throws Exception {
    register("ada");
    click("#touch-the-key");
    awaitShown("#verdict-title");
    long before = credentials().getFirst().signCount();

    go(KeyCode.DIGIT3);
    awaitThat(() -> shell.lookup("#start-sign-in") instanceof Button start && !start.isDisabled());
    click("#start-sign-in");
    click("#touch-the-key");
    awaitShown("#verdict-title");

    assertThat(text("#verdict-title")).isEqualTo("Accepted");
    assertThat(credentials().getFirst().signCount()).isGreaterThan(before);
  }

  @Test
  void aNamelessSignInAsksWhichOfTheKeysAccounts() throws Exception {
    wiring.virtualTouch().automatic(true);
    register("ada");
    awaitShown("#verdict-title");
    click("#ceremony-change");
    robot.interact(() -> ((TextField) shell.lookup("#user")).clear());
    register("grace");
    awaitThat(() -> credentials().size() == 2);

    go(KeyCode.DIGIT3);
    click("#nameless");
    click("#start-sign-in");
    awaitShown(".account-choice");
    List<Node> accounts = List.copyOf(shell.lookupAll(".account-list > .button"));
    assertThat(accounts).hasSize(2);
    robot.clickOn(accounts.getLast());
    awaitShown("#verdict-title");

    // Without user verification a key tells no names, only user handles, the newest account first.
    assertThat(text("#verdict-title")).isEqualTo("Accepted");
    assertThat(credentials())
        .filteredOn(credential -> credential.lastUsed().isPresent())
        .singleElement()
        .returns("ada", Credential::userName);
  }

  @Test
  void closingTheWindowEndsACeremonyThatWaits() {
    register("ada");
    awaitShown("#touch-the-key");
    robot.interact(window::close);

    awaitThat(() -> shell.lookup(".advice") != null);
  }

  @Test
  void thePinIsAskedForInPlaceAndAWrongOneIsSaidToBeWrong() throws Exception {
    usb.plugIn(keyWithPin());
    register("ada");
    awaitShown("#pin");
    robot.write("99");
    assertThat(((Button) shell.lookup("#pin-continue")).isDisabled()).isTrue();
    robot.write("9999");
    robot.push(KeyCode.ENTER);
    awaitShown("#pin-mistake");
    assertThat(text("#pin-mistake")).isEqualTo("The PIN is wrong.");
    assertThat(((TextField) shell.lookup("#pin")).getText()).isEmpty();

    robot.write(PIN);
    robot.push(KeyCode.ENTER);
    awaitShown("#verdict-title");
    assertThat(text("#verdict-title")).isEqualTo("Accepted");
  }

  @Test
  void thePinIsNowhereInTheFieldsText() throws Exception {
    usb.plugIn(keyWithPin());
    register("ada");
    awaitShown("#pin");
    robot.write(PIN);

    assertThat(((TextField) shell.lookup("#pin")).getText()).isEqualTo("••••••");
    click("#cancel-ceremony");
    awaitShown(".advice");
  }

  @Test
  void escapeCancelsWhileTheKeyWaitsForATouch() throws Exception {
    register("ada");
    awaitShown("#touch-the-key");
    robot.push(KeyCode.ESCAPE);
    awaitShown(".advice");

    assertThat(shell.lookup(".advice").getAccessibleText()).contains("Cancelled");
    assertThat(credentials()).isEmpty();
  }

  @Test
  void escapeCancelsWhileThePinIsAwaited() throws Exception {
    usb.plugIn(keyWithPin());
    register("ada");
    awaitShown("#pin");
    robot.push(KeyCode.ESCAPE);
    awaitShown(".advice");

    assertThat(shell.lookup(".advice").getAccessibleText()).contains("Cancelled");
  }

  @Test
  void aKeyThatIsPulledOutInTheMiddleIsAdvisedOn() throws Exception {
    var key = keyWithPin();
    usb.plugIn(key);
    register("ada");
    awaitShown("#pin");
    key.key().unplug();
    robot.write(PIN);
    robot.push(KeyCode.ENTER);
    awaitShown(".advice");

    assertThat(shell.lookup(".advice").getAccessibleText()).isNotBlank();
    click("#ceremony-change");
    awaitShown("#start-register");
  }

  private List<Credential> credentials() throws Exception {
    return wiring.listCredentials().run(Optional.empty());
  }

  private String text(String query) {
    return ((Label) shell.lookup(query)).getText();
  }
}
