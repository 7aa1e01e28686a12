package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class RequestsInTheWindowTest extends WindowTest {

  @Test
  void aRequestIsTypedSentAndKeptByTheKeyboard() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"hello\":\"window\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      go(KeyCode.R);
      awaitShown("#request-url");
      robot.write("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
      robot.push(KeyCode.ENTER);
      awaitThat(() ->
          shell.lookup("#answer-status") instanceof Label label
              && label.getText().startsWith("200"));
      assertThat(shell.lookup("#answer-tabs").lookupAll(".text-area"))
          .anyMatch(it -> ((TextArea) it).getText().contains("\"hello\" : \"window\""));
      click("#save-request");
      awaitShown("#save-collection");
      click("#save-collection");
      robot.write("shop");
      robot.push(KeyCode.TAB);
      robot.write("one");
      robot.push(KeyCode.ENTER);
      awaitThat(() ->
          shell.lookup("#requests-kept") instanceof ListView<?> list
              && list.getItems().size() == 1);
      assertThat(data.resolve("data/requests/shop.json")).exists();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aTokenIsVerifiedOnTheWorkbench() {
    go(KeyCode.R);
    click("#segment-tokens");
    awaitShown("#jwt-token");
    robot.interact(() ->
        ((TextArea) shell.lookup("#jwt-token")).setText("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."));
    assertThat(((TextArea) shell.lookup("#jwt-claims")).getText()).contains("ada");
    click("#jwt-secret");
    robot.write("secret");
    click("#jwt-verify");
    awaitShown("#jwt-outcome");
  }
}
