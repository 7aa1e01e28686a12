package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.audit.AuditEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes as a body: a problem document, never a 500, and the server goes on. */
final class BadBodiesTest {

  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void serve() throws Exception {
    served = new Served(folder);
  }

  /** One that waits for bodies no longer than a test likes to. */
  private Served hasty() throws Exception {
    ServerSettings.Limits patient = ServerSettings.Limits.USUAL;
    ServerSettings.Limits hasty =
        new ServerSettings.Limits(
            patient.body(), patient.header(), Duration.ofMillis(600), Duration.ofMillis(400), 50);
    return new Served(
        Files.createDirectory(folder.resolve("hasty")), settings -> settings.withLimits(hasty));
  }

  @AfterEach
  void theServerGoesOn() throws Exception {
    assertThat(served.post("/register/begin", Served.person("ada@example.org")).statusCode())
        .isEqualTo(200);
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "42",
        "\"text\"",
        "{}{}",
        "{} x",
        "{\"email\":\"a@b\",}",
        "{'email':'a@b'}",
        "{\"email\":NaN}",
        "{\"email\":\"a@b\",\"email\":\"c@d\"}",
        "{\"email\":\"a@b\",\"x\":{\"y\":1,\"y\":2}}",
        "// comment\n{}",
        "{\"email\":\"\\x\"}",
        "{\"n\":1e999999999999999999999999999999999999999}",
        "\u0000"
      })
  void whatIsNoJsonObjectIsToldSo(String body) throws Exception {
    assertThat(code(served.post("/register/begin", body))).isEqualTo("400 malformed_json");
  }

  @Test
  void theDocumentIsAProblemDocument() throws Exception {
    HttpResponse<String> response = served.post("/register/begin", "{\"email\":7}");

    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    ObjectNode problem = json(response);
    assertThat(problem.get("type").asText()).isEqualTo("urn:touchstone:problem:invalid_field");
    assertThat(problem.get("title").asText()).isEqualTo("A field of the request is not valid.");
    assertThat(problem.get("status").asInt()).isEqualTo(422);
    assertThat(problem.get("code").asText()).isEqualTo("invalid_field");
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("/email");
    assertThat(problem.at("/errors/0/reason").asText()).isEqualTo("has to be text");
  }

  @Test
  void nestedDeeperThanAnythingThatIsTakenIsRefused() throws Exception {
    String deep = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
    assertThat(code(served.post("/login/begin", deep))).isEqualTo("400 malformed_json");
    String arrays = "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
    assertThat(code(served.post("/login/begin", arrays))).isEqualTo("400 malformed_json");
  }

  @ParameterizedTest
  @CsvSource({
    "/email, 7",
    "/email, true",
    "/email, []",
    "/email, {}",
    "/first_name, 1",
    "/last_name, []",
    "/date_of_birth, 1815",
    "/job_title, {}",
    "/label, false"
  })
  void aMemberOfTheWrongTypeIsNamed(String field, String value) throws Exception {
    ObjectNode person = Served.object(Served.person("ada@example.org"));
    person.set(field.substring(1), Served.MAPPER.readTree(value));
    assertNamed(served.post("/register/begin", person.toString()), field);
  }

  @ParameterizedTest
  @CsvSource({
    "email, ''",
    "email, ada",
    "email, 'ada@@example.org'",
    "email, 'a b@example.org'",
    "date_of_birth, 10.12.1990",
    "date_of_birth, 1990-02-30",
    "first_name, 'A\u0000da'",
    "first_name, 'A\nda'",
    "last_name, 'Love\u2028lace'",
    "label, 'a\u001bb'"
  })
  void aTextThatIsNoNameOrDayOrAddressIsNamed(String field, String text) throws Exception {
    ObjectNode person = Served.object(Served.person("ada@example.org")).put(field, text);
    assertNamed(served.post("/register/begin", person.toString()), "/" + field);
  }

  @Test
  void halfASurrogatePairIsNoText() throws Exception {
    String body = Served.person("ada@example.org").replace("Ada", "\\ud800");
    assertNamed(served.post("/register/begin", body), "/first_name");
  }

  @Test
  void aTextThatIsTooLongIsNamed() throws Exception {
    ObjectNode person =
        Served.object(Served.person("ada@example.org")).put("job_title", "x".repeat(101));
    assertNamed(served.post("/register/begin", person.toString()), "/job_title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/register/begin",
        "/register/complete",
        "/login/begin",
        "/login/complete",
        "/enrol/begin",
        "/enrol/complete",
        "/api/auth/register",
        "/api/auth/verify-otp",
        "/api/auth/recover",
        "/api/auth/recover/verify",
        "/auth/credentials"
      })
  void aMemberThatNobodyAsksForIsNamed(String path) throws Exception {
    assertNamed(served.post(path, "{\"__proto__\":1}"), "/__proto__");
    assertThat(served.lastReason(AuditEvents.REQUEST)).endsWith("is not a member of this request.");
  }

  @Test
  void aRoleThatAStrangerWishesForIsRefused() throws Exception {
    ObjectNode person = Served.object(Served.person("bob@example.org")).put("role", "admin");
    assertNamed(served.post("/register/begin", person.toString()), "/role");
  }

  @Test
  void whatABrowserAddsToACredentialIsLeftAlone() throws Exception {
    ObjectNode answer = served.registration("bob@example.org", served.browser);
    ((ObjectNode) answer.get("credential")).put("ofTheYear", 2030).putObject("more");
    assertThat(served.post("/register/complete", answer.toString()).statusCode()).isEqualTo(201);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws Exception {
    byte[] body = "{\"email\":\"\u00e9@example.org\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            code(served.send(posting("application/json").POST(BodyPublishers.ofByteArray(body)))))
        .isEqualTo("400 malformed_json");
    byte[] sixteen = "{\"email\":\"a@b.org\"}".getBytes(StandardCharsets.UTF_16);
    assertThat(
            code(
                served.send(posting("application/json").POST(BodyPublishers.ofByteArray(sixteen)))))
        .isEqualTo("400 malformed_json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json, text/plain",
        "application/jsonp"
      })
  void anotherContentTypeIsRefused(String type) throws Exception {
    assertThat(code(served.send(posting(type).POST(BodyPublishers.ofString("{}")))))
        .isEqualTo("415 unsupported_media_type");
  }

  @Test
  void noContentTypeIsRefused() throws Exception {
    HttpRequest.Builder bare =
        HttpRequest.newBuilder(served.at("/register/begin")).POST(BodyPublishers.ofString("{}"));
    assertThat(code(served.send(bare))).isEqualTo("415 unsupported_media_type");
  }

  @Test
  void aBodyOneByteTooLongIsRefusedAndOneThatJustFitsIsRead() throws Exception {
    String start = "{\"email\":\"ada@example.org\"";
    String fits = start + " ".repeat(65_536 - start.length() - 1) + "}";
    assertThat(served.post("/register/begin", fits).statusCode()).isEqualTo(200);
    assertThat(code(served.post("/register/begin", fits + " "))).isEqualTo("413 body_too_large");
  }

  @Test
  void aHundredMegabytesAreNotEvenAskedFor() throws Exception {
    String head = head("Content-Length: 104857600\r\n");
    assertThat(converse(head, out -> {})).startsWith("HTTP/1.1 413 ").contains("body_too_large");
  }

  @Test
  void aHundredMegabytesInChunksEndAfterTheFirstOnesTooMany() throws Exception {
    String head = head("Transfer-Encoding: chunked\r\n");
    byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    String answer =
        converse(
            head,
            out -> {
              for (int i = 0; i < 6400; i++) {
                out.write(chunk);
              }
            });
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("body_too_large");
  }

  @Test
  void aBodyThatDripsIsGivenUp() throws Exception {
    try (Served hasty = hasty()) {
      String answer =
          converse(
              hasty,
              head("Content-Length: 1000\r\n"),
              out -> {
                for (int i = 0; i < 60; i++) {
                  out.write('x');
                  out.flush();
                  Thread.sleep(50);
                }
              });
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("body_too_slow");
    }
  }

  @Test
  void aBodyThatStopsIsGivenUp() throws Exception {
    try (Served hasty = hasty()) {
      String answer = converse(hasty, head("Content-Length: 1000\r\n"), out -> out.write('x'));
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("body_too_slow");
    }
  }

  @Test
  void anOverlongHeaderIsRefused() throws Exception {
    String head = head("Content-Length: 2\r\nX-Long: " + "x".repeat(20_000) + "\r\n");
    assertThat(converse(head, out -> {})).startsWith("HTTP/1.1 431 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /\r\n\r\n",
        "G@T / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /a/%2e%2e/b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /users/%2f HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /users/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"
      })
  void whatIsHardlyHttpIsRefusedWithoutATrace(String request) throws Exception {
    assertThat(converse(request, out -> {}))
        .matches("(?s)HTTP/1.1 4\\d\\d .*")
        .doesNotContain("jetty", "Jetty", "java", "Exception", "\tat ");
  }

  private interface Sending {
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  private static String head(String fields) {
    return "POST /register/begin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + fields
        + "\r\n";
  }

  private String converse(String head, Sending rest) throws Exception {
    return converse(served, head, rest);
  }

  /** The answer, whether or not all of the request could be sent before it came. */
  private static String converse(Served with, String head, Sending rest) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), with.server.port())) {
      socket.setSoTimeout(60_000);
      Thread sender =
          Thread.startVirtualThread(() -> {
            try {
              OutputStream out = socket.getOutputStream();
              out.write(head.getBytes(StandardCharsets.ISO_8859_1));
              out.flush();
              rest.to(out);
              out.flush();
            } catch (IOException | InterruptedException e) {
              // the server has heard enough
            }
          });
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (IOException e) {
        // a connection that is cut after the answer
      }
      sender.interrupt();
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private HttpRequest.Builder posting(String type) {
    return HttpRequest.newBuilder(served.at("/register/begin")).header("Content-Type", type);
  }

  private static void assertNamed(HttpResponse<String> response, String field) throws Exception {
    assertThat(code(response)).isEqualTo("422 invalid_field");
    assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
  }
}
