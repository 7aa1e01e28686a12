package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.bearer;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process on the same data rotates keys while the server answers. */
final class RotationOverHttpTest {

  private static final String ADA = "ada@example.org";

  private Served served;
  private RelyingParty other;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder);
    other =
        RelyingParty.open(
            Settings.standard(
                folder.resolve("touchstone.db"),
                TrustAnchors.none(),
                served.clock,
                new SecureRandom()));
  }

  @AfterEach
  void stop() throws Exception {
    other.close();
    served.close();
  }

  @Test
  void whatWasBegunIsCompletedAndTokensStayGoodWhileEverythingIsRotated() throws Exception {
    String first = served.token(ADA, served.browser);
    for (int i = 0; i < 3; i++) {
      ObjectNode begun = served.assertion(ADA, served.browser);
      other.secretKeys().rotate();
      other.secretKeys().forgetOld();
      other.tokens().keys().rotate(TokenKey.Kind.ES256, Caller.CONSOLE);
      served.clock.advance(Duration.ofSeconds(31));

      var session = served.post("/login/complete", begun.toString());
      assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
      String token = json(session).get("access_token").asText();
      assertThat(served.get("/whoami", bearer(token)).statusCode()).isEqualTo(200);
      assertThat(served.get("/whoami", bearer(first)).statusCode()).isEqualTo(200);
    }
    assertThat(json(served.get("/.well-known/jwks.json")).get("keys")).hasSize(4);
    assertThat(json(served.get("/ready")).get("status").asText()).isEqualTo("ready");
  }
}
