package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.settings.Look;
import dev.touchstone.app.settings.Look.Appearance;
import dev.touchstone.app.settings.LookFile;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

final class KeyboardTest extends WindowTest {

  @Test
  void aRegistrationNeedsNoMouse() {
    go(KeyCode.DIGIT2);
    robot.write("ada");
    robot.push(KeyCode.TAB);
    robot.write("Ada Lovelace");
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.TAB);
    robot.write("blue key");
    robot.push(KeyCode.ENTER);
    awaitShown("#touch-the-key");
    robot.push(KeyCode.ENTER);
    awaitShown("#verdict-title");

    assertThat(focused().getStyleClass()).contains("tab-pane");
    robot.push(KeyCode.ESCAPE);
    awaitShown("#start-register");
  }

  @Test
  void tabReachesEveryControlOfAForm() {
    go(KeyCode.DIGIT2);
    Node first = focused();
    int stops = 0;
    do {
      robot.push(KeyCode.TAB);
      stops++;
    } while (!focused().equals(first) && stops < 60);

    assertThat(stops).isLessThan(60).isGreaterThan(12);
  }

  @Test
  void tabGoesOnFromATextOfSeveralLines() {
    robot.interact(() -> shell.show(Screen.REQUESTS));
    click("#request-headers");
    Node headers = focused();
    robot.push(KeyCode.TAB);

    assertThat(focused()).isNotSameAs(headers);
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(focused()).isSameAs(headers);
    assertThat(((TextInputControl) headers).getText()).isEmpty();
  }

  @Test
  void everyControlHasANameForAScreenReader() {
    for (Screen screen : Screen.values()) {
      robot.interact(() -> shell.show(screen));
      WaitForAsyncUtils.waitForFxEvents();
      for (Node node : shell.lookupAll("*")) {
        if (node.isFocusTraversable()
            && (node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>)) {
          assertThat(name(node)).as("%s on %s", node, screen).isNotBlank();
        }
      }
    }
  }

  @Test
  void f1ShowsTheKeysAndEscapeGoesBack() {
    go(KeyCode.DIGIT2);
    Node before = focused();
    robot.push(KeyCode.F1);
    awaitShown("#help-dialog");
    robot.push(KeyCode.ESCAPE);
    awaitThat(() -> !shown("#help-dialog"));

    assertThat(focused()).isSameAs(before);
  }

  @Test
  void theLookSwitchesAtOnceAndIsRemembered() {
    click("#open-settings");
    click("#segment-dark");
    awaitThat(() -> sheets().contains("dark.css"));
    click("#segment-light");
    awaitThat(() -> sheets().contains("light.css") && !sheets().contains("dark.css"));

    LookFile file = new LookFile(data.resolve("data"));
    awaitThat(() -> file.load().equals(new Look(Appearance.LIGHT, Look.USUAL.textSize())));
  }

  private String sheets() {
    return String.join(" ", window.getScene().getStylesheets());
  }

  private Node focused() {
    return window.getScene().getFocusOwner();
  }

  private static String name(Node node) {
    String name = node.getAccessibleText();
    return name != null ? name : node instanceof Labeled labeled ? labeled.getText() : "";
  }
}
