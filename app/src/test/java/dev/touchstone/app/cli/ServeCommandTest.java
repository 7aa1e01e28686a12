package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.FreePort;
import dev.touchstone.key.session.Cancellation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServeCommandTest {

  @TempDir Path data;

  private Shell.Ended serve(String... options) {
    Cancellation already = new Cancellation();
    already.cancel();
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0"));
    words.addAll(List.of(options));
    return Shell.on(data).with(already).run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, http://login.example.org, needs https",
    "example.org, https://example.com, refuse the RP ID example.org",
    "example.org, https://notexample.org, refuse the RP ID example.org",
    "example.org, https://example.org/, No browser calls its origin",
    "example.org, https://Example.org, No browser calls its origin",
    "example.org, https://example.org:443, No browser calls its origin",
    "localhost, http://127.0.0.1:8080, an RP ID is a name"
  })
  void whatNoBrowserWillDoIsSaid(String rpId, String origin, String warning) {
    assertThat(serve("--rp-id", rpId, "--origin", origin).err()).contains(warning);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, https://login.example.org",
    "example.org, https://example.org:8443",
    "localhost, http://localhost:8080"
  })
  void whatABrowserDoesIsNoWarning(String rpId, String origin) {
    assertThat(serve("--rp-id", rpId, "--origin", origin).err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 70000",
    "--token-minutes, 0",
    "--trusted-proxy, everybody",
    "--token-algorithm, none",
    "--limit-per-address, 0",
    "--limit-per-address, -1/min",
    "--limit-per-account, 10/s"
  })
  void anOptionThatMakesNoSenseIsUsage(String option, String value) {
    assertThat(Shell.on(data).run("serve", option, value).exitCode()).isEqualTo(2);
  }

  @Test
  void withoutLimitsForOthersIsSaid() {
    String[] noLimits = {"--limit-per-address", "none", "--limit-per-account", "none"};
    assertThat(serve(noLimits).err()).isEmpty();

    List<String> behindAProxy = new ArrayList<>(List.of(noLimits));
    behindAProxy.addAll(List.of("--trusted-proxy", "127.0.0.1/32"));
    assertThat(serve(behindAProxy.toArray(String[]::new)).err())
        .contains("how often one address may try:")
        .contains("how often one address may try an account:");
    assertThat(serve("--trusted-proxy", "127.0.0.1/32").err()).isEmpty();
  }

  @Test
  void theLimitOfTheCommandLineHolds() throws Exception {
    int port = FreePort.any();
    Cancellation ctrlC = new Cancellation();
    String[] words = {"serve", "--port", "" + port, "--limit-per-account", "3/min"};
    try (ExecutorService shell = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newHttpClient()) {
      Future<Shell.Ended> ended = shell.submit(() -> Shell.on(data).with(ctrlC).run(words));
      try {
        untilItListens(port);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          answers.add(beginSignIn(client, port));
        }
        assertThat(answers).containsExactly(200, 200, 200, 429, 429);
      } finally {
        ctrlC.cancel();
      }
      assertThat(ended.get().err()).isEmpty();
    }
  }

  @Test
  void aServerJudgesByMetadataAndPolicyThatComeWhileItRuns() throws Exception {
    int port = FreePort.any();
    Cancellation ctrlC = new Cancellation();
    try (ExecutorService shell = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Shell.Ended> ended =
          shell.submit(() -> Shell.on(data).with(ctrlC).run("serve", "--port", "" + port));
      try {
        untilItListens(port);
        assertThat(registeredAt(port, "ada@example.org").exitCode()).isZero();

        String blob = data.resolve("blob.jwt").toString();
        Shell.on(data).run("lab", "export-mds", blob, "--status", "touchstone=REVOKED");
        assertThat(Shell.on(data).run("trust", "fetch", "--file", blob).out())
            .contains("No longer trusted: 1");
        assertThat(registeredAt(port, "bob@example.org").exitCode()).isEqualTo(1);

        Shell.on(data).run("trust", "policy", "--refuse-status", "none", "--yes");
        assertThat(registeredAt(port, "bob@example.org").exitCode()).isZero();
      } finally {
        ctrlC.cancel();
      }
      assertThat(ended.get().err()).isEmpty();
    }
  }

  private Shell.Ended registeredAt(int port, String email) {
    return Shell.on(data)
        .run(
            "register",
            "--user",
            email,
            "--server",
            "http://localhost:" + port,
            "--first-name",
            "Ada");
  }

  private static void untilItListens(int port) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("nothing listens at port " + port);
  }

  private static int beginSignIn(HttpClient client, int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/login/begin".formatted(port)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"ada@example.org\"}"))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void theAuditTrailTellsThatTheServerStartedAndStopped() throws Exception {
    serve();
    JsonNode rows = Shell.on(data).run("audit", "list", "--json").json().get("rows");
    assertThat(rows.findValuesAsText("event")).contains("server.start", "server.stop");
    assertThat(rows.toString()).contains("http://127.0.0.1:");
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Shell.Ended ended = Shell.on(data).run("serve", "--port", "" + taken.getLocalPort());
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err()).contains("Nothing can listen at 127.0.0.1 port");
    }
  }
}
