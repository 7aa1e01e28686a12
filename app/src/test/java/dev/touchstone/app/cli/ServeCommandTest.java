package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.key.session.Cancellation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    "--token-algorithm, none"
  })
  void anOptionThatMakesNoSenseIsUsage(String option, String value) {
    assertThat(Shell.on(data).run("serve", option, value).exitCode()).isEqualTo(2);
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
