package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class DeskInTheWindowTest extends WindowTest {

  @Test
  void personIsFoundAndALostKeyIsNotReplacedWithoutAProof() throws Exception {
    registered("ada", "blue key");
    go(KeyCode.D);
    awaitShown("#desk-requests");
    click("#search-desk");
    robot.write("ada");
    awaitThat(() ->
        shell.lookup("#desk-hits") instanceof ListView<?> list && list.getItems().size() == 1);
    awaitShown("#desk-warnings");
    click(".desk-lost");
    awaitShown("#lost-key");
    assertThat(shown("#desk-replace")).isFalse();
    assertThat(shown("#desk-prove")).isFalse();
    robot.push(KeyCode.ESCAPE);
    awaitShown("#desk-person");
    click("#desk-everything");
    awaitShown("#desk-reason");
    robot.push(KeyCode.ESCAPE);
    awaitThat(() -> !shown("#desk-reason"));
  }
}
