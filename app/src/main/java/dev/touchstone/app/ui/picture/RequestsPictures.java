package dev.touchstone.app.ui.picture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.app.ui.Screen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/** Pictures of requests to a server that is really asked, and of the workbench. */
final class RequestsPictures {

  private static final String CLAIMS =
      "{\"iss\":\"keys.example.org\",\"sub\":\"ada\",\"aud\":\"api\",\"role\":\"user\",\"exp\":4102444800}";

  private final Camera camera;

  RequestsPictures(Camera camera) {
    this.camera = camera;
  }

  void take() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/items", exchange -> answer(exchange, 200, body()));
    server.createContext(
        "/refused",
        exchange -> answer(exchange, 403, "{\"title\":\"Forbidden\",\"code\":\"not_allowed\"}"));
    server.start();
    try {
      requests("http://localhost:" + server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
    workbench();
  }

  private void requests(String base) throws IOException {
    camera.go(Screen.REQUESTS);
    camera.awaitShown("request-url");
    camera.take("requests-none");
    camera.type("request-headers", "Accept: application/json\nX-Request-Id: 7f3a");
    ask(base + "/items?page=2");
    camera.awaitShown("answer-status");
    camera.take("requests");
    camera.tab("answer-tabs", 2);
    camera.take("requests-tokens");
    camera.tab("answer-tabs", 3);
    camera.take("requests-timing");
    camera.tab("request-parts", 2);
    camera.take("requests-token");
    camera.press("mint-token");
    camera.awaitShown("mint-start");
    camera.take("requests-sign-in");
    camera.with("mint-server", ComboBox.class, box -> box.getSelectionModel().selectLast());
    camera.press("mint-start");
    camera.awaitAdvice();
    camera.take("requests-sign-in-refused");
    camera.press("ceremony-change");
    camera.press("mint-back");
    camera.tab("request-parts", 0);
    keep("shop", "items, the second page");
    ask(base + "/refused");
    camera.await("the refusal", () -> camera.shell().lookup(".badge.bad") != null);
    keep("a collection with a name that is rather long as people do", "refused");
    camera.take("requests-refused");
    ask("http://localhost:1/");
    camera.awaitAdvice();
    camera.take("requests-nobody");
    camera.press("import-curl");
    camera.awaitShown("curl-line");
    camera.type(
        "curl-line",
        "curl 'https://shop.example.org/cart' \\\n  -H 'Cookie: sid=abc' --frobnicate");
    camera.take("requests-curl");
    camera.press("curl-take");
    camera.awaitAdvice();
    camera.take("requests-curl-unknown");
    camera.size(800, 600);
    camera.take("narrow-requests");
    camera.size(1280, 800);
  }

  private void workbench() throws IOException {
    camera.press("segment-tokens");
    camera.awaitShown("jwt-token");
    camera.type("jwt-claims", CLAIMS);
    camera.press("jwt-sign");
    camera.awaitShown("jwt-signed");
    camera.take("workbench-signed");
    camera.type("jwt-token", token("{\"alg\":\"none\"}") + ".");
    camera.type("jwt-secret", "a secret of some length");
    camera.press("jwt-verify");
    camera.awaitShown("jwt-outcome");
    camera.with("jwt-forge", ComboBox.class, box -> box.getSelectionModel().select(4));
    camera.take("workbench-refused");
    camera.type("jwt-token", "eyJhbGciOiJub25lIn0.e30");
    camera.awaitAdvice();
    camera.take("workbench-no-token");
  }

  private void ask(String url) {
    camera.type("request-url", url);
    camera.press("send-request");
    camera.await("the answer", () -> camera.shell().lookup(".waiting") == null);
  }

  private void keep(String collection, String name) {
    camera.press("save-request");
    camera.type("save-collection", collection);
    camera.type("save-name", name);
    camera.press("keep-request");
    camera.await(
        "what is kept",
        () ->
            camera.shell().lookup("#request-notice") instanceof Label label
                && label.getText().startsWith("Kept"));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().add("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String body() {
    return "{\"items\":[{\"id\":7,\"name\":\"blue key\",\"price\":29.90},"
        + "{\"id\":8,\"name\":\"Ein Schlüssel mit einem langen Namen, der die Zeile füllt\"}],"
        + "\"next\":null,\"access_token\":\"%s.c2lnbmF0dXJl\"}"
            .formatted(token("{\"alg\":\"ES256\",\"kid\":\"2026-11\",\"typ\":\"at+jwt\"}"));
  }

  private static String token(String header) {
    return encoded(header) + "." + encoded(CLAIMS);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
