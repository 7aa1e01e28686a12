package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RecorderInTheWindowTest extends WindowTest {

  @BeforeEach
  void touchItself() {
    awaitShown(".key-detail");
    wiring.virtualTouch().automatic(true);
  }

  @Test
  void aRegistrationIsSeenOnTheWireWithTheKeyboardAlone() {
    registered("ada");
    go(KeyCode.DIGIT7);
    awaitRows();
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("clientDataHash");
    awaitThat(() -> count().startsWith("1 row "));
    robot.push(KeyCode.TAB);
    while (!(window.getScene().getFocusOwner() instanceof ListView<?>)) {
      robot.push(KeyCode.TAB);
    }
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.UP);
    awaitThat(() -> title().equals("authenticatorMakeCredential"));

    assertThat(((TextArea) shell.lookup("#entry-decoded")).getText()).contains("/clientDataHash/");
  }

  @Test
  void theLiveRecordingGrowsWhileItIsInView() {
    registered("ada");
    go(KeyCode.DIGIT7);
    awaitRows();
    int before = timeline().getItems().size();
    go(KeyCode.DIGIT2);
    click("#user");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("grace");
    robot.push(KeyCode.ENTER);
    awaitShown("#verdict-title");
    go(KeyCode.DIGIT7);
    awaitThat(() -> timeline().getItems().size() > before);
  }

  @Test
  void f3GoesToAFailure() {
    registered("ada");
    click("#start-register");
    awaitShown(".advice");
    go(KeyCode.DIGIT7);
    awaitRows();
    robot.push(KeyCode.F3);
    awaitShown("#entry-title");

    assertThat(shell.lookup("#entry .badge.bad")).isNotNull();
  }

  @Test
  void anExportGoesWhereThePersonSays() throws Exception {
    registered("ada");
    Path file = data.resolve("report.txt");
    chosenFile = Optional.of(file);
    go(KeyCode.DIGIT7);
    awaitRows();
    click("#export-recording");
    click("#export-save");
    awaitShown("#export-dialog .panel.good");
    assertThat(Files.readString(file)).contains("authenticatorMakeCredential");
    robot.push(KeyCode.ESCAPE);
    awaitThat(() -> !shown("#export-dialog"));
  }

  @Test
  void aReplayIsLookedAtBeforeItIsSent() {
    registered("ada");
    go(KeyCode.DIGIT7);
    awaitRows();
    click("#replay-recording");
    awaitShown("#replay-steps");
    click("#replay-send");
    awaitThat(() ->
        shell.lookup("#replay-summary") instanceof Label told
            && told.getText().contains("in the recording"));
    robot.push(KeyCode.ESCAPE);
    awaitShown("#timeline");
  }

  @Test
  void theOtherRecordingOfAComparisonIsChosenByKeyboard() throws Exception {
    registered("ada");
    Path earlier = wiring.settings().recordings().resolve("2020-01-01T00-00-00.000-1.trace");
    wiring.traces().saveTrace().run(earlier);
    go(KeyCode.DIGIT7);
    awaitRows();
    click("#compare-recording");
    awaitShown("#compare-with");
    robot.interact(() -> shell.lookup("#compare-with").requestFocus());
    robot.push(KeyCode.DOWN);
    awaitShown("#pairs");
  }

  private void registered(String user) {
    register(user);
    awaitShown("#verdict-title");
    robot.push(KeyCode.ESCAPE);
    awaitShown("#start-register");
  }

  private void awaitRows() {
    awaitThat(() -> count().contains(" of ") && !timeline().getItems().isEmpty());
  }

  private ListView<?> timeline() {
    return shell.lookup("#timeline") instanceof ListView<?> list ? list : new ListView<>();
  }

  private String count() {
    Node count = shell.lookup("#timeline-count");
    return count instanceof Label label ? label.getText() : "";
  }

  private String title() {
    return shell.lookup("#entry-title") instanceof Label label ? label.getText() : "";
  }
}
