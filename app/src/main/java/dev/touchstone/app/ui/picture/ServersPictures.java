package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import javafx.scene.control.TableView;

/** Pictures of the servers, the one of this computer really started and asked. */
final class ServersPictures {

  private static final List<String> ASKED =
      List.of(
          "GET /",
          "GET /health",
          "POST /register/begin",
          "POST /login/begin",
          "POST /login/complete",
          "GET /users/7",
          "GET /metrics",
          "GET /.well-known/webauthn",
          "GET /wp-login.php",
          "POST /login/begin");

  private final Camera camera;

  ServersPictures(Camera camera) {
    this.camera = camera;
  }

  void take() throws IOException {
    camera.go(Screen.SERVERS);
    camera.take("servers");
    takenPort();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    camera.type("server-port", String.valueOf(port));
    camera.press("start-server");
    camera.awaitShown("stop-server");
    ask("http://127.0.0.1:" + port); // the first of each loads what it needs, and takes its time
    ask("http://127.0.0.1:" + port);
    camera.await(
        "the requests",
        () ->
            camera.shell().lookup("#requests") instanceof TableView<?> table
                && table.getItems().size() == 2 * ASKED.size());
    camera.take("servers-serving");
    elsewhere("http://127.0.0.1:" + port);
    camera.press("segment-here");
    camera.press("stop-server");
    camera.awaitShown("start-server");
    camera.take("servers-stopped");
  }

  private void takenPort() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      camera.type("server-port", String.valueOf(other.getLocalPort()));
      camera.press("start-server");
      camera.awaitAdvice();
      camera.take("servers-port-taken");
    }
  }

  private void elsewhere(String url) throws IOException {
    camera.press("segment-elsewhere");
    camera.awaitShown("keep-server");
    camera.take("servers-elsewhere-none");
    keep("production, behind the reverse proxy in the second data centre", "https://keys.example");
    camera.awaitShown("check-server");
    camera.press("add-server");
    camera.awaitShown("keep-server");
    camera.type("server-name", "staging");
    camera.type("server-address", "http://keys.example");
    camera.press("keep-server");
    camera.awaitAdvice();
    camera.take("servers-elsewhere-refused");
    keep("staging", url);
    camera.press("check-server");
    camera.awaitShown("server-answers");
    camera.take("servers-elsewhere");
    camera.press("remove-server");
    camera.awaitShown("confirm");
    camera.take("servers-elsewhere-remove");
    camera.press("keep");
  }

  private void keep(String name, String address) {
    camera.type("server-name", name);
    camera.type("server-address", address);
    camera.press("keep-server");
  }

  private static void ask(String url) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String asked : ASKED) {
        String[] words = asked.split(" ", -1);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + words[1]));
        if (words[0].equals("POST")) {
          request
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"email\": \"ada@touchstone.example\"}"));
        }
        var _ = client.send(request.build(), BodyHandlers.discarding());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
