package dev.touchstone.rp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins: those that were named, and no look-alikes (Fetch Standard, CORS). */
final class CrossOriginTest {

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder, it -> it.withCorsOrigins(List.of("https://app.example.org")));
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void aPageThatWasNamedMayReadAnswersAndAskFirst() throws Exception {
    String answer = ask("GET", "https://app.example.org");
    assertThat(answer)
        .startsWith("HTTP/1.1 200 ")
        .contains("Access-Control-Allow-Origin: https://app.example.org")
        .contains("Vary: Origin")
        .doesNotContain("Allow-Credentials");
    assertThat(ask("OPTIONS", "https://app.example.org"))
        .startsWith("HTTP/1.1 204 ")
        .contains("Access-Control-Allow-Methods: GET, POST, PUT, PATCH, DELETE")
        .contains("Access-Control-Allow-Headers: authorization, content-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.example.org",
        "https://app.example.org:8443",
        "https://app.example.org.",
        "https://APP.example.org",
        "https://app.example.org.evil.org",
        "https://evil-app.example.org",
        "https://example.org",
        "null",
        "*"
      })
  void aLookAlikeMayNot(String origin) throws Exception {
    for (String method : List.of("GET", "OPTIONS")) {
      assertThat(ask(method, origin)).startsWith("HTTP/1.1 20").doesNotContain("Access-Control");
    }
  }

  @Test
  void whereNobodyWasNamedNobodyMay(@TempDir Path other) throws Exception {
    served.close();
    served = new Served(other);
    assertThat(ask("GET", "https://app.example.org")).doesNotContain("Access-Control", "Vary");
    assertThat(ask("OPTIONS", "https://app.example.org")).doesNotContain("Access-Control");
  }

  /** Past the JDK's client, which does not let anybody say where a page is. */
  private String ask(String method, String origin) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port())) {
      socket
          .getOutputStream()
          .write(
              "%s /health HTTP/1.1\r\nHost: x\r\nOrigin: %s\r\nConnection: close\r\n\r\n"
                  .formatted(method, origin)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
