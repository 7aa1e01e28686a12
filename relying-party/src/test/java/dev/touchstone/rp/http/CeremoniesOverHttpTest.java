package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.bearer;
import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditRow;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CeremoniesOverHttpTest {

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

  @Test
  void aStrangerRegistersAndIsAnsweredWithTheAccount() throws Exception {
    HttpResponse<String> response = served.register(ADA, served.browser);

    assertThat(response.statusCode()).isEqualTo(201);
    ObjectNode user = json(response);
    assertThat(user.get("email").asText()).isEqualTo(ADA);
    assertThat(user.get("first_name").asText()).isEqualTo("Ada");
    assertThat(user.get("last_name").asText()).isEqualTo("Lovelace");
    assertThat(user.get("date_of_birth").asText()).isEqualTo("1990-12-10");
    assertThat(user.get("job_title").asText()).isEqualTo("Analyst");
    assertThat(user.get("role").asText()).isEqualTo("user");
    assertThat(user.get("status").asText()).isEqualTo("active");
    assertThat(user.get("created_at").asText()).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(user.get("last_sign_in_at").isNull()).isTrue();
    assertThat(response.headers().firstValue("Location"))
        .contains("/users/" + user.get("id").asText());
  }

  @Test
  void signsInAndReadsTheOwnAccountWithTheToken() throws Exception {
    served.register(ADA, served.browser);

    HttpResponse<String> response = served.signIn(ADA, served.browser);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).get("token_type").asText()).isEqualTo("bearer");
    String id = json(response).get("user").get("id").asText();
    String token = json(response).get("access_token").asText();
    HttpResponse<String> account = served.get("/users/" + id, bearer(token));
    assertThat(account.statusCode()).isEqualTo(200);
    assertThat(json(account).get("email").asText()).isEqualTo(ADA);
    assertThat(json(account).get("last_sign_in_at").asText()).isEqualTo("2026-11-20T12:00:00Z");
  }

  @Test
  void aClientThatReturnsNoChallengeTokenIsFoundByItsChallenge() throws Exception {
    ObjectNode registration = served.registration(ADA, served.browser);
    registration.remove("challenge_token");
    assertThat(served.post("/register/complete", registration.toString()).statusCode())
        .isEqualTo(201);
    ObjectNode assertion = served.assertion(ADA, served.browser);
    assertion.remove("challenge_token");
    assertThat(served.post("/login/complete", assertion.toString()).statusCode()).isEqualTo(200);
  }

  @Test
  void signsInWithoutAName() throws Exception {
    served.register(ADA, served.browser);
    ObjectNode begun = json(served.post("/login/begin", ""));
    ObjectNode complete = Served.MAPPER.createObjectNode();
    complete.set("assertion", Served.object(served.browser.signIn(begun.toString())));

    HttpResponse<String> response = served.post("/login/complete", complete.toString());

    assertThat(json(response).path("user").path("email").asText()).isEqualTo(ADA);
  }

  @Test
  void aRepeatedAnswerIsRefused() throws Exception {
    String registration = served.registration(ADA, served.browser).toString();
    assertThat(served.post("/register/complete", registration).statusCode()).isEqualTo(201);
    assertThat(code(served.post("/register/complete", registration)))
        .isEqualTo("400 registration_refused");
    assertTold(AuditEvents.REGISTRATION_COMPLETE);
    String assertion = served.assertion(ADA, served.browser).toString();
    assertThat(served.post("/login/complete", assertion).statusCode()).isEqualTo(200);
    assertThat(code(served.post("/login/complete", assertion))).isEqualTo("401 sign_in_refused");
    assertTold(AuditEvents.SIGN_IN_COMPLETE);
  }

  @Test
  void anAnswerThatComesTooLateIsRefused() throws Exception {
    String registration = served.registration(ADA, served.browser).toString();
    served.clock.advance(Duration.ofMinutes(6));
    assertThat(code(served.post("/register/complete", registration)))
        .isEqualTo("400 registration_refused");
    assertTold(AuditEvents.REGISTRATION_COMPLETE);

    served.register(ADA, served.browser);
    String assertion = served.assertion(ADA, served.browser).toString();
    served.clock.advance(Duration.ofMinutes(6));
    assertThat(code(served.post("/login/complete", assertion))).isEqualTo("401 sign_in_refused");
    assertTold(AuditEvents.SIGN_IN_COMPLETE);
  }

  /** The trail knows whom it was about, from where it came, and why it was refused. */
  private void assertTold(String event) throws Exception {
    AuditRow row = served.trail(event).getFirst();
    assertThat(row.outcome()).isEqualTo("refused");
    assertThat(row.subject()).isEqualTo(ADA);
    assertThat(row.address()).isEqualTo("127.0.0.1");
    assertThat(row.reason()).isNotEmpty();
  }

  @Test
  void aStrangerCannotAddAKeyToAnAccount() throws Exception {
    served.register(ADA, served.browser);
    try (VirtualKey other = served.newKey()) {
      BareClient stranger = Served.browser(other);
      HttpResponse<String> begun = served.post("/register/begin", Served.person(ADA));
      assertThat(begun.statusCode()).isEqualTo(200);
      assertThat(json(begun).at("/publicKey/excludeCredentials")).isEmpty();

      assertThat(code(served.register(ADA, stranger))).isEqualTo("400 registration_refused");
      assertThat(served.rp.credentials(ADA)).hasSize(1);
    }
  }

  @Test
  void theOwnerAddsAKeyWithAFreshToken() throws Exception {
    String token = served.token(ADA, served.browser);
    try (VirtualKey other = served.newKey()) {
      ObjectNode further = served.registration(ADA, Served.browser(other), bearer(token));
      assertThat(served.post("/register/complete", further.toString()).statusCode()).isEqualTo(201);
      assertThat(served.rp.credentials(ADA)).hasSize(2);
    }
  }

  @Test
  void theOwnersTokenIsTooOldForAFurtherKeyAfterTenMinutes() throws Exception {
    String token = served.token(ADA, served.browser);
    served.clock.advance(Duration.ofMinutes(11));
    assertThat(code(served.post("/register/begin", Served.person(ADA), bearer(token))))
        .isEqualTo("401 token_not_fresh");
  }

  @Test
  void theFirstStepsAreWhereTheOldAddressesPoint() throws Exception {
    HttpResponse<String> users = served.post("/users", Served.person(ADA));
    assertThat(users.statusCode()).isEqualTo(307);
    assertThat(users.headers().firstValue("Location")).contains("/register/begin");
    HttpResponse<String> login = served.post("/login", "{}");
    assertThat(login.statusCode()).isEqualTo(307);
    assertThat(login.headers().firstValue("Location")).contains("/login/begin");
  }
}
