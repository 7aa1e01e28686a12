package dev.touchstone.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class PinFieldTest {

  /** Made when the toolkit runs, which it may not yet when this class is made. */
  @SuppressWarnings("NullAway.Init")
  private PinField field;

  @Start
  void show(Stage stage) {
    field = new PinField();
    stage.setScene(new Scene(new StackPane(field), 300, 100));
    stage.show();
    field.requestFocus();
  }

  @Test
  void whatIsTypedCanBeTakenOnce(FxRobot robot) {
    robot.write("1357");

    assertThat(field.getText()).isEqualTo("••••");
    assertThat(take(robot)).isEqualTo("1357");
    assertThat(take(robot)).isEmpty();
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void editingInTheMiddleKeepsTheRest(FxRobot robot) {
    robot.interact(() -> field.insertText(0, "12567"));
    robot.interact(() -> field.replaceText(2, 3, "34"));
    robot.interact(() -> field.deleteText(0, 1));

    assertThat(take(robot)).isEqualTo("23467");
  }

  @Test
  void lengthIsCountedInCodePoints(FxRobot robot) {
    robot.interact(() -> field.insertText(0, "1🔑2"));

    assertThat(field.codePointsProperty().get()).isEqualTo(3);
  }

  @Test
  void aWipedFieldHoldsNothing(FxRobot robot) {
    robot.interact(() -> field.insertText(0, "135790"));
    robot.interact(field::wipe);

    assertThat(take(robot)).isEmpty();
    assertThat(field.codePointsProperty().get()).isZero();
  }

  @Test
  void moreThanAPinMayHaveIsNotTaken(FxRobot robot) {
    robot.interact(() -> field.insertText(0, "1".repeat(64)));
    robot.interact(() -> field.insertText(0, "2"));

    assertThat(take(robot)).isEqualTo("1".repeat(64));
  }

  private String take(FxRobot robot) {
    char[][] taken = new char[1][];
    robot.interact(() -> taken[0] = field.take());
    String text = new String(taken[0]);
    Arrays.fill(taken[0], '\0');
    return text;
  }
}
