package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.settings.ServeSettings;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SyslogSettings;
import dev.touchstone.app.usecase.serve.ServeHttp;
import dev.touchstone.app.usecase.serve.ServeWish;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.rp.audit.export.RowFormat;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose settings name a receiver sends it the audit trail as it grows. */
final class ServeSyslogTest {

  private static final int PATIENCE = 20_000;

  @TempDir private Path data;

  @Test
  void theReceiverHearsOfTheStartARequestAndTheEnd() throws Exception {
    try (ServerSocket receiver = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      receiver.setSoTimeout(PATIENCE);
      Future<String> heard = threads.submit(() -> everything(receiver));
      try (ServeHttp.Running running = serve(receiver.getLocalPort())) {
        beginSignIn(running.url());
      }
      assertThat(heard.get())
          .containsSubsequence(
              "\"event\":\"server.start\"",
              "\"event\":\"sign-in.begin\"",
              "ada@example.org",
              "\"event\":\"server.stop\"");
    }
  }

  @Test
  void aReceiverThatIsNotThereHoldsNobodyUp() throws Exception {
    try (ServeHttp.Running running = serve(FreePort.any())) {
      assertThat(beginSignIn(running.url())).isEqualTo(200);
    }
  }

  private ServeHttp.Running serve(int receiver) throws Exception {
    SyslogTarget target = new SyslogTarget(false, "127.0.0.1", receiver);
    SyslogSettings syslog = new SyslogSettings(target, Optional.empty(), RowFormat.JSON);
    Settings settings = Settings.usual(data).withServe(ServeSettings.USUAL.withSyslog(syslog));
    return new Wiring(settings, VirtualKeys::new, InstantSource.system())
        .serveHttp()
        .run(new ServeWish("127.0.0.1", 0, false, List.of(), Optional.empty()));
  }

  private static int beginSignIn(String url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/login/begin"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"email\":\"ada@example.org\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  /** What comes over the first connection, up to its end. */
  private static String everything(ServerSocket receiver) throws IOException {
    try (Socket connection = receiver.accept()) {
      connection.setSoTimeout(PATIENCE);
      byte[] bytes = connection.getInputStream().readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
