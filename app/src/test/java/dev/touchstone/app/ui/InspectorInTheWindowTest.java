package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class InspectorInTheWindowTest extends WindowTest {

  @Test
  void typedDataIsRecognisedAndSpelledOut() {
    go(KeyCode.DIGIT5);
    click("#inspector-input");
    robot.write("a201020304");
    awaitShown("#inspection");

    awaitThat(() ->
        shell.lookup("#inspection-kind") instanceof Label kind
            && kind.getText().equals("COSE key"));
  }

  @Test
  void damagedDataGetsASentence() {
    go(KeyCode.DIGIT5);
    input("o2NmbXRmcGFja2VkZ2F0dFN0bXSjY2FsZyZj");
    awaitShown(".advice");

    assertThat(shell.lookup(".advice").getAccessibleText()).contains("attestation object");
  }

  @Test
  void aFileIsOpened() throws Exception {
    Path file = data.resolve("some.hex");
    Files.writeString(file, "a201020304");
    chosenFile = Optional.of(file);
    go(KeyCode.DIGIT5);
    click("#open-file");
    awaitShown("#inspection");
  }

  @Test
  void aFileThatIsNotThereGetsASentence() {
    chosenFile = Optional.of(data.resolve("nowhere.bin"));
    go(KeyCode.DIGIT5);
    click("#open-file");
    awaitShown(".advice");

    assertThat(shell.lookup(".advice").getAccessibleText()).contains("nowhere.bin");
  }

  /** Five hundred lists of five hundred numbers. */
  @Test
  void aQuarterOfAMillionLinesOpenOneListAtATime() {
    go(KeyCode.DIGIT5);
    input("9901f4" + ("9901f4" + "01".repeat(500)).repeat(500));
    awaitShown("#inspection");
    TreeTableView<?> tree = (TreeTableView<?>) shell.lookup("#inspection");

    int closed = tree.getExpandedItemCount();
    assertThat(closed).isLessThan(510);
    robot.interact(() -> tree.getRoot().getChildren().getLast().setExpanded(true));
    assertThat(tree.getExpandedItemCount()).isEqualTo(closed + 500);
  }

  @Test
  void clearingBringsTheEmptyStateBack() {
    go(KeyCode.DIGIT5);
    input("a201020304");
    awaitShown("#inspection");
    click("#clear-inspector");
    awaitShown(".empty-state");
  }

  private void input(String text) {
    robot.interact(() -> ((TextArea) shell.lookup("#inspector-input")).setText(text));
  }
}
