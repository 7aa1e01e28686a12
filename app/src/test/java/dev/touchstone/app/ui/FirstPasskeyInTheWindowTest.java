package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.remote.RemoteServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The whole way of docs/first-passkey.md, from an address to a token that is refused. */
final class FirstPasskeyInTheWindowTest extends WindowTest {

  private static final String ADA = "ada@example.org";
  private static final Pattern CODE = Pattern.compile("(?m)^    ([0-9 ]+)$");
  private static final Pattern ID = Pattern.compile("\"id\" : \"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\" : \"(tst_[^\"]+)\"");

  @Test
  void addressBecomesAPasskeyAndItsTokenOpensUntilItIsRevoked() throws Exception {
    wiring.virtualTouch().automatic(true);
    awaitShown(".key-detail");
    proveTheAddress();
    registerThePasskey();
    lookWhereTokensAreGivenOut();
    String server = serve();

    signInForAToken();
    ask("GET", server + "/whoami", 200);
    assertThat(answer()).contains(ADA, "\"pop\"");
    String id = found(ID, answer());

    press("#refresh-token");
    awaitThat(() -> label("request-notice").startsWith("New tokens"));
    ask("GET", server + "/whoami", 200);

    part(1);
    text("request-headers", "Content-Type: application/json");
    text("request-body", "{\"name\":\"nightly\",\"scope\":\"data:read\",\"expires_in_days\":30}");
    ask("POST", server + "/users/" + id + "/tokens", 201);
    String token = found(TOKEN, answer());

    text("request-headers", "");
    text("request-body", "");
    part(2);
    robot.interact(() -> ((TextField) shell.lookup("#request-token")).setText(token));
    ask("GET", server + "/api/protected-data", 200);
    ask("GET", server + "/whoami", 403);

    revokeAndEndInTheListOfUsers();
    go(KeyCode.R);
    ask("GET", server + "/api/protected-data", 401);
    assertThat(answer()).contains("token_invalid");
    assertThat(wiring.tokens().sessions(Optional.of(ADA)))
        .singleElement()
        .matches(it -> !it.active());
  }

  private void proveTheAddress() {
    go(KeyCode.T);
    click("#code-email");
    robot.write(ADA);
    robot.push(KeyCode.ENTER);
    click("#read-mail");
    awaitThat(() -> shell.lookup("#outbox-text") instanceof TextArea it && !it.getText().isEmpty());
    String code = found(CODE, ((TextArea) shell.lookup("#outbox-text")).getText());
    go(KeyCode.T);
    click("#code");
    robot.write(code);
    robot.push(KeyCode.ENTER);
    awaitShown("#email-proved");
  }

  private void registerThePasskey() {
    click("#register-passkey");
    awaitThat(() -> shell.lookup("#user") instanceof TextField it && it.getText().equals(ADA));
    click("#start-register");
    awaitShown("#verdict-title");
    assertThat(label("verdict-title")).contains("ccepted");
  }

  /** Before the server of this computer runs, another one is proposed. */
  private void lookWhereTokensAreGivenOut() throws Exception {
    wiring
        .remote()
        .add(
            new RemoteServer(
                "elsewhere",
                URI.create("https://keys.example"),
                RemoteServer.Api.TOUCHSTONE,
                Optional.empty(),
                Optional.empty()));
    go(KeyCode.R);
    awaitShown("#request-url");
    part(2);
    openMinting();
    awaitShown("#mint-start");
    click("#mint-back");
  }

  private void openMinting() {
    press("#mint-token");
  }

  /** Not by the mouse: in a narrow window the row of these buttons may be out of sight. */
  private void press(String button) {
    awaitThat(() -> shell.lookup(button) instanceof Button it && !it.isDisabled());
    robot.interact(() -> ((Button) shell.lookup(button)).fire());
  }

  private String serve() {
    go(KeyCode.DIGIT9);
    robot.interact(() -> ((TextField) shell.lookup("#server-port")).setText("0"));
    click("#start-server");
    awaitShown("#stop-server");
    return shell.lookupAll("#server-facts .label").stream()
        .map(it -> ((Label) it).getText())
        .filter(it -> it.startsWith("http://127.0.0.1:"))
        .findFirst()
        .orElseThrow();
  }

  private void signInForAToken() {
    go(KeyCode.R);
    awaitShown("#request-url");
    part(2);
    openMinting();
    awaitShown("#mint-start");
    robot.interact(() -> {
      ((TextField) shell.lookup("#mint-user")).setText(ADA);
      ((CheckBox) shell.lookup("#mint-refresh")).setSelected(true);
    });
    click("#mint-start");
    awaitThat(() -> label("request-notice").startsWith("Signed in as " + ADA));
  }

  private void revokeAndEndInTheListOfUsers() {
    go(KeyCode.DIGIT4);
    awaitThat(
        () -> shell.lookup("#users") instanceof ListView<?> list && !list.getItems().isEmpty());
    robot.interact(() -> ((ListView<?>) shell.lookup("#users")).getSelectionModel().select(0));
    awaitShown("#user-more");
    robot.interact(() ->
        ((MenuButton) shell.lookup("#user-more"))
            .getItems().stream()
                .filter(it -> "tokens".equals(it.getId()))
                .forEach(it -> it.fire()));
    awaitThat(() -> !revokes().isEmpty() && !starting("end-").isEmpty());
    robot.clickOn(revokes().getFirst());
    click("#confirm-token");
    awaitThat(() -> revokes().isEmpty());
    robot.clickOn(starting("end-").getFirst());
    awaitShown("#confirm-token");
    assertThat(starting("end-").getFirst().isDisabled()).as("nothing else meanwhile").isTrue();
    click("#confirm-token");
    awaitThat(() -> starting("end-").isEmpty());
    click("#close-dialog");
  }

  private List<Node> revokes() {
    return starting("revoke-");
  }

  private List<Node> starting(String id) {
    return shell.lookupAll("#tokens-of-user .button").stream()
        .filter(it -> it.getId() != null && it.getId().startsWith(id))
        .map(Node.class::cast)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private void ask(String method, String url, int status) {
    robot.interact(() -> {
      ((ComboBox<String>) shell.lookup("#request-method")).setValue(method);
      ((TextField) shell.lookup("#request-url")).setText(url);
    });
    click("#send-request");
    awaitThat(() -> label("answer-status").startsWith(String.valueOf(status)));
  }

  private void part(int index) {
    robot.interact(
        () -> ((TabPane) shell.lookup("#request-parts")).getSelectionModel().select(index));
    awaitThat(() -> true);
  }

  private void text(String id, String words) {
    robot.interact(() -> ((TextArea) shell.lookup("#" + id)).setText(words));
  }

  private String answer() {
    return ((TextArea) shell.lookup("#answer-body")).getText();
  }

  private String label(String id) {
    return shell.lookup("#" + id) instanceof Label it ? it.getText() : "";
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
