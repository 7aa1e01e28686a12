package dev.touchstone.app.ui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.app.Wiring;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.requests.KeptRequestsViewModel.Question;
import dev.touchstone.app.ui.requests.RequestsViewModel.State;
import dev.touchstone.app.virtual.VirtualKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestsViewModelTest {

  private static final String SECRET = "geheim-4711";

  @TempDir Path data;
  private final List<String> tokens = new ArrayList<>();
  private Wiring wiring;
  private RequestsViewModel model;
  private HttpServer server;
  private String base;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] body =
              "{\"token\":\"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2ln\"}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    wiring = new Wiring(Settings.usual(data), () -> new VirtualKeys(), InstantSource.system());
    model = new RequestsViewModel(wiring, Background.inline());
    model.kept().refresh();
  }

  @AfterEach
  void close() {
    wiring.close();
    server.stop(0);
  }

  @Test
  void aRequestIsSentWithItsVariablesAndItsToken() {
    model.form().urlProperty().set("{{base}}/x");
    model.form().variablesProperty().set("base = " + base);
    model.tokens().typedProperty().set(SECRET);
    model.send();
    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Answered.class,
            it -> {
              assertThat(it.exchange().answer().status()).isEqualTo(200);
              assertThat(it.tokens())
                  .singleElement()
                  .satisfies(node -> assertThat(node.name()).isEqualTo("token"));
            });
    assertThat(tokens).containsExactly("Bearer " + SECRET);
  }

  @Test
  void aTokenThatIsKeptEncryptedIsChosenAndGoesToItsOriginAlone() throws Exception {
    wiring.requests().secrets().keep(Optional.empty(), "api", Origin.of(URI.create(base)), SECRET);
    model.tokens().listSecrets();
    assertThat(model.tokens().secrets()).containsExactly("", "api");
    model.tokens().secretProperty().set("api");
    model.form().urlProperty().set(base);
    model.send();
    assertThat(tokens).containsExactly("Bearer " + SECRET);
    model.form().urlProperty().set(base.replace("127.0.0.1", "localhost"));
    model.send();
    assertThat(advice().happened()).contains("is for " + base).doesNotContain(SECRET);
    assertThat(tokens).hasSize(1);
  }

  @Test
  void whatIsKeptHasNoTokenAndIsThereAgain() throws Exception {
    model.form().urlProperty().set("{{base}}/x?key=" + SECRET);
    model.form().variablesProperty().set("base = " + base);
    model.form().headersProperty().set("Authorization: Bearer " + SECRET + "\nAccept: text/plain");
    model.kept().save("shop", "one, with a comma");
    assertThat(model.noticeProperty().get()).contains("{{token}}", "{{key}}");
    assertThat(Files.readString(data.resolve("requests/shop.json"))).doesNotContain(SECRET);
    assertThat(model.chosenProperty().get().orElseThrow().path())
        .isEqualTo("shop/one, with a comma");
    assertThat(model.curl()).doesNotContain(SECRET);

    RequestsViewModel again = new RequestsViewModel(wiring, Background.inline());
    again.kept().refresh();
    again.kept().choose(again.kept().entries().getFirst());
    assertThat(again.form().urlProperty().get()).isEqualTo("{{base}}/x?key={{key}}");
    assertThat(again.form().variablesProperty().get()).isEqualTo("base = " + base);
    again.send();
    assertThat(again.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class,
            it -> assertThat(it.advice().happened()).contains("{{key}}", "{{token}}"));
    again.form().variablesProperty().set("");
    again.kept().save("shop", "one, with a comma");
    assertThat(Files.readString(data.resolve("requests/shop.json"))).doesNotContain(base);
  }

  @Test
  void nothingIsReplacedOrDeletedUnasked() {
    keep("a", "/1");
    model.begin();
    keep("a", "/2");
    assertThat(model.kept().questionProperty().get().orElseThrow())
        .isInstanceOf(Question.Replace.class);
    model.kept().leave();
    assertThat(urls()).containsExactly(base + "/1");
    model.kept().save("c", "a");
    model.kept().confirm();
    assertThat(urls()).containsExactly(base + "/2");

    model.kept().delete();
    model.kept().leave();
    assertThat(urls()).hasSize(1);
    model.kept().delete();
    model.kept().confirm();
    assertThat(urls()).isEmpty();
    assertThat(model.chosenProperty().get()).isEmpty();
  }

  @Test
  void aFailureToKeepLeavesTheAnswerInView() {
    model.form().urlProperty().set(base);
    model.send();
    model.kept().save("../outside", "x");
    assertThat(model.stateProperty().get()).isInstanceOf(State.Answered.class);
    assertThat(model.noticeProperty().get()).contains("no name for a collection");
    model.form().variablesProperty().set("token = " + SECRET);
    model.kept().save("c", "x");
    assertThat(model.noticeProperty().get()).contains("looks like a secret");
  }

  @Test
  void aLineOfCurlFillsTheFormAndABrokenOneLeavesIt() {
    model.importCurl("curl -k 'https://a.test/x' -H 'A: b' -d 'c=1'");
    assertThat(model.form().methodProperty().get()).isEqualTo("POST");
    assertThat(model.form().headersProperty().get()).contains("A: b", "x-www-form-urlencoded");
    assertThat(model.noticeProperty().get()).contains("Certificates are checked");
    assertThat(model.form().uncheckedProperty().get()).isFalse();
    model.importCurl("curl 'https://a.test");
    assertThat(advice().happened()).contains("cut off");
    assertThat(model.form().urlProperty().get()).isEqualTo("https://a.test/x");
  }

  @Test
  void whatMakesNoSenseIsToldBeforeAnythingIsSent() {
    model.form().urlProperty().set(base);
    model.form().headersProperty().set("no header");
    model.send();
    assertThat(advice().happened()).contains("no header");
    model.form().headersProperty().set("");
    model.form().variablesProperty().set("nothing");
    model.send();
    assertThat(advice().happened()).contains("equals sign");
    model.form().variablesProperty().set("");
    model.form().urlProperty().set("http://a.test/");
    model.tokens().typedProperty().set(SECRET);
    model.send();
    assertThat(advice().happened()).contains("without encryption");
    assertThat(tokens).isEmpty();
  }

  private Advice advice() {
    return ((State.Failed) model.stateProperty().get()).advice();
  }

  private void keep(String name, String path) {
    model.form().urlProperty().set(base + path);
    model.kept().save("c", name);
  }

  private List<String> urls() {
    return model.kept().entries().stream().map(it -> it.saved().request().url()).toList();
  }
}
