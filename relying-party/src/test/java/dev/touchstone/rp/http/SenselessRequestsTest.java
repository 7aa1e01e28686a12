package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditRow;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What made no sense stands in the audit trail, without what it held. */
final class SenselessRequestsTest {

  private static final String ADA = "ada@example.org";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder);
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"email\":\"ada@example.org\" | malformed_json",
        "{\"email\":\"a@b.org\",\"email\":\"c@d.org\"} | malformed_json",
        "{\"email\":7} | invalid_field: /email has to be text.",
        "{\"email\":\"nonsense-secret\"} | invalid_field: /email",
        "{\"email\":\"a@b.org\",\"first_name\":7} | invalid_field: /first_name has to be text.",
        "{\"email\":\"a@b.org\",\"surname\":\"secret\"} | invalid_field: /surname is not a member",
        "[\"secret\"] | malformed_json"
      })
  void aRowTellsWhatWasWrong(String body, String reason) throws Exception {
    served.post("/register/begin", body);
    AuditRow row = served.trail(AuditEvents.REQUEST).getFirst();
    assertThat(row.reason()).startsWith("POST /register/begin: " + reason);
    assertThat(row.outcome()).isEqualTo("refused");
    assertThat(row.address()).isEqualTo("127.0.0.1");
    assertThat(row.toString()).doesNotContain("secret", "ada@example.org");
  }

  @Test
  void anotherContentTypeAndABodyThatIsTooLongAreWrittenDownToo() throws Exception {
    served.send(
        HttpRequest.newBuilder(served.at("/register/begin"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{}")));
    assertThat(served.lastReason(AuditEvents.REQUEST)).endsWith("unsupported_media_type");
    served.post("/register/begin", "x".repeat(70_000));
    assertThat(served.lastReason(AuditEvents.REQUEST)).contains("body_too_large");
  }

  @Test
  void afterSixtyAMinuteTheyAreRefusedUnreadAndAreOneRow() throws Exception {
    for (int i = 0; i < 60; i++) {
      assertThat(code(served.post("/login/begin", "["))).isEqualTo("400 malformed_json");
    }
    for (int i = 0; i < 5; i++) {
      assertThat(code(served.post("/login/begin", "["))).isEqualTo("429 rate_limited");
    }
    assertThat(served.trail(AuditEvents.REQUEST)).hasSize(60);
    assertThat(served.trail(AuditEvents.ACCESS)).hasSize(1);
    assertThat(served.register(ADA, served.browser).statusCode()).isEqualTo(201);

    served.clock.advance(Duration.ofSeconds(1));
    assertThat(code(served.post("/login/begin", "["))).isEqualTo("400 malformed_json");
  }
}
