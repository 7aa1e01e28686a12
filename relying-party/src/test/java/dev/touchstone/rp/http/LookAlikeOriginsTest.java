package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditRow;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that look like ours and are not. A browser writes the origin, and we compare all of it. */
final class LookAlikeOriginsTest {

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
  @ValueSource(
      strings = {
        "http://localhost",
        "https://localhost:8443",
        "https://localhost:443",
        "https://LOCALHOST",
        "https://Localhost",
        "HTTPS://localhost",
        "https://localhost.",
        "https://localhost/",
        "https://www.localhost",
        "https://localhost.example.org",
        "https://notlocalhost",
        "https://localhost@example.org",
        "https://l\u043ecalhost",
        "https://xn--lcalhost-vqe",
        "https://localhost\u0000",
        " https://localhost",
        "android:apk-key-hash:AAAA",
        "null",
        ""
      })
  void neitherRegisterNorSignIn(String origin) throws Exception {
    BareClient elsewhere = new BareClient(served.key, origin).withPin("correct horse");
    assertThat(code(served.register(ADA, elsewhere))).isEqualTo("400 registration_refused");
    assertThat(served.rp.users()).isEmpty();
    assertTold(AuditEvents.REGISTRATION_COMPLETE, "7.1.9");

    assertThat(served.register(ADA, served.browser).statusCode()).isEqualTo(201);
    assertThat(code(served.signIn(ADA, elsewhere))).isEqualTo("401 sign_in_refused");
    assertTold(AuditEvents.SIGN_IN_COMPLETE, "7.2.12");
    assertThat(served.signIn(ADA, served.browser).statusCode()).isEqualTo(200);
  }

  /** The stranger learns nothing of it. */
  private void assertTold(String event, String step) throws Exception {
    AuditRow row = served.trail(event).getFirst();
    assertThat(row.outcome()).isEqualTo("refused");
    assertThat(row.reason() + row.facts()).contains(step);
  }
}
