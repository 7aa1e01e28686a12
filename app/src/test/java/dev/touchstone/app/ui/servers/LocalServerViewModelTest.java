package dev.touchstone.app.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.app.FreePort;
import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.servers.LocalServerViewModel.Phase;
import dev.touchstone.rp.http.operation.SeenRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of the window, really served and really asked over 127.0.0.1. */
@SuppressWarnings("NullAway.Init") // set before each test
final class LocalServerViewModelTest {

  @TempDir Path data;
  private final Queue<Runnable> window = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Wiring wiring;
  private LocalServerViewModel model;

  @BeforeEach
  void open() {
    wiring = new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system());
    model =
        new LocalServerViewModel(wiring.serveHttp(), new Background(Runnable::run, window::add));
    model.portProperty().set("0");
  }

  @AfterEach
  void close() {
    model.close();
    client.close();
    wiring.close();
  }

  @Test
  void itServesUntilItIsStopped() throws Exception {
    model.start();
    drawWindow();
    Phase.Serving serving = (Phase.Serving) model.phaseProperty().get();

    assertThat(serving.rpId()).isEqualTo("localhost");
    assertThat(serving.origins()).anyMatch(it -> it.startsWith("http://localhost:"));
    assertThat(get(serving.url() + "/health")).isEqualTo(200);

    model.stop();
    drawWindow();
    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Stopped());
    assertNobodyAnswers(serving.url());
  }

  @Test
  void requestsArriveNewestFirstWithoutQueryOrToken() throws Exception {
    String url = served();
    get(url + "/health?secret=abc");
    get(url + "/users/7");
    awaitTotal(2);

    assertThat(model.requests())
        .extracting(SeenRequest::path)
        .containsExactly("/users/7", "/health");
    assertThat(model.requests()).extracting(SeenRequest::method).containsOnly("GET");
    assertThat(model.requests()).extracting(SeenRequest::status).containsExactly(401, 200);
    assertThat(model.requests().toString()).doesNotContain("abc").doesNotContain("a-token");
  }

  @Test
  void onlyTheLastTwoHundredAreShownButAllAreCounted() throws Exception {
    String url = served();
    for (int i = 0; i < 230; i++) {
      get(url + "/health?" + i);
    }
    awaitTotal(230);

    assertThat(model.requests()).hasSize(200);
    assertThat(model.totalProperty().get()).isEqualTo(230);
  }

  @Test
  void aPortThatIsTakenGivesAdviceAndLeavesItStopped() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      model.portProperty().set(String.valueOf(other.getLocalPort()));
      model.start();
      drawWindow();

      assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Stopped());
      assertThat(model.failureProperty().get().orElseThrow().happened())
          .contains(String.valueOf(other.getLocalPort()));
    }
    model.portProperty().set("0");
    model.start();
    drawWindow();
    assertThat(model.failureProperty().get()).isEmpty();
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Serving.class);
  }

  @Test
  void whatIsNoPortIsSaidBeforeAnythingStarts() {
    for (String wrong : new String[] {"", "http", "-1", "65536"}) {
      model.portProperty().set(wrong);
      model.start();
      assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Stopped());
      assertThat(model.failureProperty().get()).isPresent();
    }
  }

  @Test
  void closingTheWindowStopsIt() throws Exception {
    String url = served();
    model.close();
    assertNobodyAnswers(url);
  }

  @Test
  void aStartThatTheClosingWindowOvertookLeavesNothingRunning() throws Exception {
    Queue<Runnable> work = new ArrayDeque<>();
    LocalServerViewModel slow =
        new LocalServerViewModel(wiring.serveHttp(), new Background(work::add, Runnable::run));
    int port = FreePort.any();
    slow.portProperty().set(String.valueOf(port));
    slow.start();
    slow.close();
    work.remove().run();

    assertThat(slow.phaseProperty().get()).isEqualTo(new Phase.Stopped());
    assertNobodyAnswers("http://127.0.0.1:" + port);
  }

  private String served() {
    model.start();
    drawWindow();
    return ((Phase.Serving) model.phaseProperty().get()).url();
  }

  /** The request's thread tells of it after the client has its answer. */
  private void awaitTotal(long total) throws InterruptedException {
    for (int i = 0; i < 1000 && model.totalProperty().get() < total; i++) {
      drawWindow();
      Thread.sleep(10);
    }
    assertThat(model.totalProperty().get()).isEqualTo(total);
  }

  private void drawWindow() {
    for (Runnable task = window.poll(); task != null; task = window.poll()) {
      task.run();
    }
  }

  private int get(String url) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer a-token")
                .timeout(Duration.ofSeconds(30))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private void assertNobodyAnswers(String url) {
    assertThatThrownBy(() -> get(url + "/health")).isInstanceOf(ConnectException.class);
  }
}
