package dev.touchstone.rp.http.tls.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plain HTTP port, asked in the bytes of HTTP/1.1. */
final class ChallengePortTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ChallengeResponses responses = new ChallengeResponses();
  private ChallengePort port;

  @BeforeEach
  void open() throws Exception {
    port =
        ChallengePort.open(
            new InetSocketAddress(LOOPBACK, 0), Set.of("login.example.com"), responses);
  }

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void anOpenChallengeIsAnsweredUntilItIsClosed() throws Exception {
    responses.open("tok-en_1", "tok-en_1.thumbprint");
    assertThat(get("/.well-known/acme-challenge/tok-en_1", "login.example.com"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("\r\n\r\ntok-en_1.thumbprint");
    assertThat(get("/.well-known/acme-challenge/", "x")).startsWith("HTTP/1.1 404 ");
    assertThat(get("/.well-known/acme-challenge/other", "x")).startsWith("HTTP/1.1 404 ");

    responses.close("tok-en_1");
    assertThat(get("/.well-known/acme-challenge/tok-en_1", "x")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void everythingElseIsLedToHttpsOfOurOwnNameAndNowhereElse() throws Exception {
    assertThat(get("/docs?a=b", "login.example.com"))
        .startsWith("HTTP/1.1 301 ")
        .contains("\r\nLocation: https://login.example.com/docs?a=b\r\n");
    assertThat(get("/docs", "LOGIN.example.com:8080"))
        .contains("\r\nLocation: https://login.example.com/docs\r\n");
    assertThat(get("/", "evil.example"))
        .startsWith("HTTP/1.1 404 ")
        .doesNotContain("evil", "Location", "Jetty");
  }

  @Test
  void aPortThatSomebodyHasIsToldWithItsNumber() {
    assertThat(
            catchThrowableOfType(
                CertificateRefused.class,
                () ->
                    ChallengePort.open(
                        new InetSocketAddress(LOOPBACK, port.port()), Set.of(), responses)))
        .hasMessageContaining("Port " + port.port() + " for the authority's challenges")
        .hasMessageContaining("--acme-port");
  }

  private String get(String path, String host) throws Exception {
    try (Socket socket = new Socket(LOOPBACK, port.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(path, host)
              .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
