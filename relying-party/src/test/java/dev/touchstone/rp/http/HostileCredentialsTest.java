package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.audit.AuditEvents;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Responses of no authenticator: told by member, and the ceremony stays open for the honest one.
 */
final class HostileCredentialsTest {

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
  @CsvSource({
    "/id, AAAA=",
    "/id, 'AA+/'",
    "/id, 'A A'",
    "/id, 'A'",
    "/id, ''",
    "/rawId, AAAA",
    "/type, password",
    "/response/clientDataJSON, e30=",
    "/response/clientDataJSON, ''",
    "/response/attestationObject, 'oA=='",
    "/response/attestationObject, '!'"
  })
  void aRegistrationWithAMemberThatCannotBeRightIsTold(String at, String value) throws Exception {
    ObjectNode honest = served.registration(ADA, served.browser);
    ObjectNode hostile = honest.deepCopy();
    put(hostile, "/credential" + at, value);
    assertNamed("/register/complete", hostile, "/credential" + at);
    assertThat(served.post("/register/complete", honest.toString()).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "/id, AAAA=",
    "/response/authenticatorData, 'AA=='",
    "/response/signature, 'AA=='",
    "/response/userHandle, 'AA=='",
    "/response/clientDataJSON, '{}'"
  })
  void aSignInWithAMemberThatCannotBeRightIsTold(String at, String value) throws Exception {
    served.register(ADA, served.browser);
    ObjectNode honest = served.assertion(ADA, served.browser);
    ObjectNode hostile = honest.deepCopy();
    put(hostile, "/assertion" + at, value);
    assertNamed("/login/complete", hostile, "/assertion" + at);
    assertThat(served.post("/login/complete", honest.toString()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"1, 401 sign_in_refused", "1023, 401 sign_in_refused", "1024, 422 invalid_field"})
  void anIdMayHaveSoManyBytes(int bytes, String answer) throws Exception {
    served.register(ADA, served.browser);
    ObjectNode assertion = served.assertion(ADA, served.browser);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);
    put(assertion, "/assertion/id", id);
    put(assertion, "/assertion/rawId", id);
    assertThat(code(served.post("/login/complete", assertion.toString()))).isEqualTo(answer);
    assertThat(served.rp.credentials(ADA)).hasSize(1);
  }

  @Test
  void anAttestationThatIsNoCborIsRefusedAndWrittenDown() throws Exception {
    for (String attestation : new String[] {"AA", "oA", "_w", "gP8", "-_-_"}) {
      ObjectNode hostile = served.registration(ADA, served.browser);
      put(hostile, "/credential/response/attestationObject", attestation);
      assertThat(code(served.post("/register/complete", hostile.toString())))
          .isEqualTo("400 registration_refused");
      assertThat(served.trail(AuditEvents.REGISTRATION_COMPLETE).getFirst().outcome())
          .isEqualTo("refused");
    }
    assertThat(served.rp.users()).isEmpty();
  }

  @Test
  void theAddressHasToBeTheOneOfTheBeginning() throws Exception {
    ObjectNode registration = served.registration(ADA, served.browser);
    ObjectNode others = registration.deepCopy().put("email", "bob@example.org");
    assertThat(code(served.post("/register/complete", others.toString())))
        .isEqualTo("400 registration_refused");
    assertThat(served.lastReason(AuditEvents.REGISTRATION_COMPLETE))
        .contains("begun for 'ada@example.org'", "answered for 'bob@example.org'");
    assertThat(served.rp.users()).isEmpty();
    ObjectNode same = registration.put("email", "ADA@example.org");
    assertThat(served.post("/register/complete", same.toString()).statusCode()).isEqualTo(201);

    ObjectNode assertion = served.assertion(ADA, served.browser).put("email", "bob@example.org");
    assertThat(code(served.post("/login/complete", assertion.toString())))
        .isEqualTo("401 sign_in_refused");
    assertThat(served.lastReason(AuditEvents.SIGN_IN_COMPLETE)).contains("begun for");
    assertThat(served.rp.user(ADA).orElseThrow().lastSignIn()).isEmpty();
  }

  private void assertNamed(String path, ObjectNode body, String field) throws Exception {
    HttpResponse<String> response = served.post(path, body.toString());
    assertThat(code(response)).isEqualTo("422 invalid_field");
    assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(served.lastReason(AuditEvents.REQUEST)).contains("invalid_field", field);
  }

  private static void put(ObjectNode body, String at, String value) {
    int last = at.lastIndexOf('/');
    ((ObjectNode) body.at(at.substring(0, last))).put(at.substring(last + 1), value);
  }
}
