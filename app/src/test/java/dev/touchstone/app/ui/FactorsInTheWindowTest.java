package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class FactorsInTheWindowTest extends WindowTest {

  private static final Pattern CODE = Pattern.compile("(?m)^    ([0-9 ]+)$");

  @Test
  void addressBecomesAnAccountAndTheAccountGetsAPasskey() throws Exception {
    wiring.virtualTouch().automatic(true);
    awaitShown(".key-detail");
    go(KeyCode.T);
    click("#code-email");
    robot.write("ada@example.org");
    robot.push(KeyCode.ENTER);
    awaitShown("#read-mail");
    click("#read-mail");
    awaitThat(() -> shell.lookup("#outbox-text") instanceof TextArea it && !it.getText().isEmpty());
    Matcher matcher = CODE.matcher(((TextArea) shell.lookup("#outbox-text")).getText());
    assertThat(matcher.find()).isTrue();

    go(KeyCode.T);
    click("#code");
    robot.write(matcher.group(1));
    robot.push(KeyCode.ENTER);
    awaitShown("#email-proved");
    click("#register-passkey");
    awaitThat(() -> shell.lookup("#user") instanceof TextField);
    assertThat(((TextField) shell.lookup("#user")).getText()).isEqualTo("ada@example.org");
    click("#start-register");
    awaitShown("#verdict-title");
    assertThat(wiring.listCredentials().run(Optional.of("ada@example.org"))).hasSize(1);
    assertThat(wiring.listUsers().run().getFirst().emailVerified()).isPresent();
  }

  @Test
  void calculatorHidesTheSecretAndShowsTheCode() {
    go(KeyCode.T);
    click("#segment-calculator");
    click("#calculator-secret");
    robot.write("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    Node field = shell.lookup("#calculator-secret");
    assertThat(((TextField) field).getText()).doesNotContain("GEZ").contains("•");
    robot.push(KeyCode.ENTER);
    awaitThat(() ->
        shell.lookup("#calculated") instanceof Label it
            && it.getText().matches("[0-9]{3} [0-9]{3}"));
    assertThat(((TextField) field).getText()).isEmpty();
  }
}
