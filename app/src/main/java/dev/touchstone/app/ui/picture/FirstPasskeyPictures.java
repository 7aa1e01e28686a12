package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;

/**
 * From an e-mail address to a token that is refused, as docs/first-passkey.md tells it; each
 * picture is taken when the person has just done the step.
 */
final class FirstPasskeyPictures {

  private static final String IDA = "ida@touchstone.example";
  private static final Pattern ID = Pattern.compile("\"id\" : \"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\" : \"(tst_[^\"]+)\"");
  private static final int USUAL_PORT = 8080;
  private static final int BODY = 1;
  private static final int TOKEN_TAB = 2;

  private final PictureWorld world;
  private final Camera camera;

  FirstPasskeyPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException {
    world.passTime(Duration.ofMinutes(1));
    address();
    passkey();
    String server = serve();
    signIn();
    ask("GET", server + "/whoami", "200");
    camera.take("first-passkey-6-token");
    String id = found(ID, "answer-body");
    refresh();
    String token = apiToken(server, id);
    useIt(server, token);
    revoke();
    refused(server);
    stop();
  }

  private void address() throws IOException {
    camera.go(Screen.FACTORS);
    camera.press("segment-by_mail");
    camera.press("email-again");
    camera.type("code-email", IDA);
    camera.type("code-display-name", "Ida Rhodes");
    camera.take("first-passkey-1-address");
    camera.press("send-code");
    camera.awaitShown("prove-code");
    camera.press("read-mail");
    camera.press("refresh-mail");
    camera.await("the newest", this::isNewest);
    camera.with("outbox-list", TableView.class, table -> table.getSelectionModel().select(0));
    camera.await("the mail", () -> text("outbox-text").contains(IDA));
    camera.take("first-passkey-2-code");
    String code = found(Outbox.CODE, "outbox-text");
    camera.go(Screen.FACTORS);
    camera.type("code", code);
    camera.press("prove-code");
    camera.awaitShown("register-passkey");
    camera.take("first-passkey-3-verified");
  }

  private boolean isNewest() {
    return camera.shell().lookup("#outbox-list") instanceof TableView<?> table
        && !table.getItems().isEmpty()
        && table.getItems().getFirst() instanceof OutboxMail mail
        && mail.to().contains(IDA);
  }

  private void passkey() throws IOException {
    world.touchAutomatically(true);
    camera.press("register-passkey");
    camera.awaitShown("start-register");
    camera.with("key", ComboBox.class, box -> box.getSelectionModel().select(2));
    camera.press("start-register");
    camera.awaitShown("verdict-title");
    camera.take("first-passkey-4-passkey");
    camera.press("ceremony-change");
  }

  private String serve() throws IOException {
    world.passTime(Duration.ofMinutes(1));
    camera.go(Screen.SERVERS);
    camera.press("segment-here");
    int port = port();
    camera.type("server-port", String.valueOf(port));
    camera.press("start-server");
    camera.awaitShown("stop-server");
    return "http://127.0.0.1:" + port;
  }

  /** The usual one, unless something else has it. */
  private static int port() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket _ = new ServerSocket(USUAL_PORT, 1, here)) {
      return USUAL_PORT;
    } catch (IOException e) {
      try (ServerSocket other = new ServerSocket(0, 1, here)) {
        return other.getLocalPort();
      }
    }
  }

  private void signIn() throws IOException {
    camera.go(Screen.REQUESTS);
    camera.press("segment-requests");
    camera.press("new-request");
    camera.tab("request-parts", TOKEN_TAB);
    camera.press("mint-token");
    camera.awaitShown("mint-start");
    camera.type("mint-user", IDA);
    camera.with("key", ComboBox.class, box -> box.getSelectionModel().select(2));
    camera.with("mint-refresh", CheckBox.class, box -> box.setSelected(true));
    camera.take("first-passkey-5-sign-in");
    camera.press("mint-start");
    camera.await("the token", () -> camera.says("request-notice", "Signed in as"));
  }

  private void refresh() throws IOException {
    world.passTime(Duration.ofMinutes(5));
    camera.press("refresh-token");
    camera.await("new tokens", () -> camera.says("request-notice", "New tokens"));
    camera.take("first-passkey-7-refreshed");
  }

  private String apiToken(String server, String id) throws IOException {
    camera.tab("request-parts", BODY);
    camera.type("request-headers", "Content-Type: application/json");
    camera.type(
        "request-body",
        "{ \"name\": \"nightly report\", \"scope\": \"data:read\", \"expires_in_days\": 30 }");
    ask("POST", server + "/users/" + id + "/tokens", "201");
    camera.take("first-passkey-8-api-token");
    return found(TOKEN, "answer-body");
  }

  private void useIt(String server, String token) throws IOException {
    camera.type("request-headers", "");
    camera.type("request-body", "");
    camera.tab("request-parts", TOKEN_TAB);
    camera.type("request-token", token);
    ask("GET", server + "/api/protected-data", "200");
    camera.take("first-passkey-9-protected");
  }

  private void revoke() throws IOException {
    camera.go(Screen.ACCOUNTS);
    camera.search("search-accounts", "ida");
    camera.await("Ida", () -> camera.hasRows("users", 1));
    camera.with("users", ListView.class, list -> list.getSelectionModel().select(0));
    camera.settle();
    camera.choose("user-more", "tokens");
    camera.await("the token", () -> revokes().findAny().isPresent());
    camera.act(() -> revokes().forEach(ButtonBase::fire));
    camera.awaitShown("confirm-token");
    camera.take("first-passkey-10-revoke");
    camera.press("confirm-token");
    camera.await("the token to be gone", () -> revokes().findAny().isEmpty());
    camera.take("accounts-tokens-sessions");
    camera.press("close-dialog");
  }

  private Stream<ButtonBase> revokes() {
    return camera.shell().lookupAll("#tokens-of-user .button").stream()
        .filter(it -> it.getId() != null && it.getId().startsWith("revoke-"))
        .map(ButtonBase.class::cast);
  }

  private void refused(String server) throws IOException {
    camera.go(Screen.REQUESTS);
    ask("GET", server + "/api/protected-data", "401");
    camera.take("first-passkey-11-refused");
  }

  private void stop() throws IOException {
    camera.tab("request-parts", TOKEN_TAB);
    camera.with("request-minted", ComboBox.class, box -> box.getSelectionModel().selectLast());
    camera.press("forget-token");
    camera.await("no token", () -> camera.says("request-notice", "The tokens of"));
    camera.take("requests-forgotten");
    camera.press("new-request");
    camera.tab("request-parts", 0);
    camera.go(Screen.SERVERS);
    camera.press("stop-server");
    camera.awaitShown("start-server");
    world.touchAutomatically(false);
  }

  private void ask(String method, String url, String status) {
    int index = method.equals("POST") ? 1 : 0;
    camera.with("request-method", ComboBox.class, box -> box.getSelectionModel().select(index));
    camera.type("request-url", url);
    camera.press("send-request");
    camera.await("status " + status, () -> camera.says("answer-status", status));
  }

  private String found(Pattern pattern, String id) {
    Matcher matcher = pattern.matcher(text(id));
    if (!matcher.find()) {
      throw new IllegalStateException(id + " does not hold what comes next");
    }
    return matcher.group(1);
  }

  private String text(String id) {
    Node node = camera.shell().lookup("#" + id);
    return node instanceof TextArea area ? area.getText() : "";
  }
}
