package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.bearer;
import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensOverHttpTest {

  private static final String ADA = "ada@example.org";
  private static final String FORM = "application/x-www-form-urlencoded";

  private Served served;
  private ObjectNode session;
  private String token;
  private String user;

  @BeforeEach
  void signIn(@TempDir Path folder) throws Exception {
    served = new Served(folder);
    served.register(ADA, served.browser);
    session = signIn("offline_access");
    token = session.get("access_token").asText();
    user = "/users/" + session.at("/user/id").asText();
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void aTokenTellsByWhatItsOwnerSignedIn() throws Exception {
    ObjectNode said = json(served.get("/whoami", bearer(token)));
    assertThat(said.at("/token/amr").toString()).isEqualTo("[\"pop\",\"hwk\",\"user\",\"mfa\"]");
    assertThat(said.at("/token/acr").asText()).isEqualTo("phrh");
    assertThat(said.at("/user/email").asText()).isEqualTo(ADA);
    assertThat(json(served.get("/api/user/credentials", bearer(token))).at("/credentials"))
        .hasSize(1);
  }

  @Test
  void withoutAskingThereIsNoRefreshTokenAndNoSession() throws Exception {
    assertThat(signIn("").has("refresh_token")).isFalse();
    assertThat(json(served.get(user + "/sessions", bearer(token))).at("/sessions")).hasSize(1);
  }

  @Test
  void whoRefreshesIsNotFreshlySignedIn() throws Exception {
    served.clock.advance(Duration.ofMinutes(11));
    ObjectNode next = json(refresh(session.get("refresh_token").asText()));
    String refreshed = next.get("access_token").asText();
    assertThat(served.get("/whoami", bearer(refreshed)).statusCode()).isEqualTo(200);
    assertThat(code(newToken(refreshed, "data:read"))).isEqualTo("401 token_not_fresh");
    assertThat(code(served.post("/register/begin", Served.person(ADA), bearer(refreshed))))
        .isEqualTo("401 token_not_fresh");
  }

  @Test
  void anOldRefreshTokenEndsTheSessionAndTheTrailSaysSo() throws Exception {
    String first = session.get("refresh_token").asText();
    ObjectNode next = json(refresh(json(refresh(first)).get("refresh_token").asText()));
    assertThat(code(refresh(first))).isEqualTo("400 refresh_refused");
    assertThat(code(served.get("/whoami", bearer(next.get("access_token").asText()))))
        .isEqualTo("401 token_invalid");
    AuditRow row = served.trail(AuditEvents.TOKEN_REUSE).getFirst();
    assertThat(row.subject()).isEqualTo(ADA);
    assertThat(row.toString()).doesNotContain(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "tsr_", "tsr_000000000000000000000000000000000000", "a.b.c"})
  void whatIsNoRefreshTokenIsRefused(String text) throws Exception {
    HttpResponse<String> refused = refresh(text);
    assertThat(refused.statusCode()).isIn(400, 422);
    boolean missing = refused.statusCode() == 422;
    assertThat(served.lastReason(missing ? AuditEvents.REQUEST : AuditEvents.ACCESS))
        .contains(missing ? "/refresh_token is missing" : "the refresh token is not accepted");
    assertThat(refresh(session.get("refresh_token").asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsDisabledRefreshesNothing() throws Exception {
    served.rp.administration().accounts().changeStatus(ADA, Status.DISABLED, Caller.CONSOLE);
    assertThat(code(refresh(session.get("refresh_token").asText())))
        .isEqualTo("400 refresh_refused");
    assertThat(code(served.get("/whoami", bearer(token)))).isEqualTo("401 token_invalid");
  }

  @Test
  void aTokenForLessDoesLess() throws Exception {
    String data = signIn("data:read").get("access_token").asText();
    assertThat(served.get("/api/protected-data", bearer(data)).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = served.get("/whoami", bearer(data));
    assertThat(code(refused)).isEqualTo("403 insufficient_scope");
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"insufficient_scope\", scope=\"account:read\"");
    assertThat(code(newToken(data, "data:read"))).isEqualTo("403 insufficient_scope");
    ObjectNode wish = served.assertion(ADA, served.browser).put("scope", "everything");
    assertThat(code(served.post("/login/complete", wish.toString())))
        .isEqualTo("422 invalid_field");
  }

  @Test
  void anApiTokenDoesWhatItIsForUntilItIsRevoked() throws Exception {
    ObjectNode made = json(newToken(token, "data:read"));
    String secret = made.get("token").asText();
    assertThat(served.get("/api/protected-data", bearer(secret)).statusCode()).isEqualTo(200);
    for (String path : List.of("/whoami", user, user + "/tokens", "/users", "/audit")) {
      assertThat(code(served.get(path, bearer(secret)))).isEqualTo("403 insufficient_scope");
    }
    HttpResponse<String> list = served.get(user + "/tokens", bearer(token));
    assertThat(list.body()).contains(made.get("id").asText()).doesNotContain(secret);
    assertThat(json(list).at("/tokens/0/last_used_from").asText()).isEqualTo("127.0.0.1");
    assertThat(delete(user + "/tokens/" + made.get("id").asText(), token).statusCode())
        .isEqualTo(204);
    assertThat(code(served.get("/api/protected-data", bearer(secret))))
        .isEqualTo("401 token_invalid");
    assertThat(served.trail(AuditEvents.API_TOKEN_CREATE).toString()).doesNotContain(secret);
  }

  @Test
  void anApiTokenNeverMakesAnother() throws Exception {
    String secret = json(newToken(token, "account:read")).get("token").asText();
    assertThat(code(newToken(secret, "data:read"))).isEqualTo("403 insufficient_scope");
    assertThat(code(newToken(token, "account:manage"))).isEqualTo("422 invalid_field");
  }

  @Test
  void noTokenMakesOneThatMayDoMore() throws Exception {
    promote();
    String narrow = signIn("account:manage data:read").get("access_token").asText();
    assertThat(newToken(narrow, "data:read").statusCode()).isEqualTo(201);
    assertThat(code(newToken(narrow, "users:manage"))).isEqualTo("403 insufficient_scope");
  }

  @Test
  void whatAScriptHoldsGivesNobodyARoleAndDeletesNobody() throws Exception {
    promote();
    String script = json(newToken(token, "users:manage")).get("token").asText();
    try (VirtualKey key = served.newKey()) {
      String eve = served.token("eve@example.org", Served.browser(key));
      String account = "/users/" + json(served.get("/whoami", bearer(eve))).at("/user/id").asText();
      assertThat(code(patch(account, "{\"role\":\"admin\"}", script)))
          .isEqualTo("403 insufficient_scope");
      assertThat(code(delete(account, script))).isEqualTo("403 insufficient_scope");
      assertThat(patch(account, "{\"job_title\":\"Spy\"}", script).statusCode()).isEqualTo(200);
      assertThat(patch(account, "{\"role\":\"admin\"}", token).statusCode()).isEqualTo(200);
      served.clock.advance(Duration.ofMinutes(11));
      assertThat(code(patch(account, "{\"role\":\"user\"}", token)))
          .isEqualTo("401 token_not_fresh");
    }
  }

  @Test
  void whoIsEnabledAgainSignsInAgain() throws Exception {
    served.rp.administration().accounts().changeStatus(ADA, Status.DISABLED, Caller.CONSOLE);
    served.rp.administration().accounts().changeStatus(ADA, Status.ACTIVE, Caller.CONSOLE);
    assertThat(code(refresh(session.get("refresh_token").asText())))
        .isEqualTo("400 refresh_refused");
    assertThat(code(served.get("/whoami", bearer(token)))).isEqualTo("401 token_invalid");
  }

  @Test
  void aKeyThatTheDeskRevokedLeavesNoSessionBehind() throws Exception {
    String id = served.rp.credentials(ADA).getFirst().id();
    served.rp.administration().credentials().revoke(id, Caller.CONSOLE);
    assertThat(code(refresh(session.get("refresh_token").asText())))
        .isEqualTo("400 refresh_refused");
    assertThat(code(served.get("/whoami", bearer(token)))).isEqualTo("401 token_invalid");
  }

  @Test
  void anApiTokenForSomebodyElseIsNoGoodHere() throws Exception {
    String wish = "{\"name\":\"x\",\"scope\":\"data:read\",\"audience\":\"reports.example\"}";
    String secret = json(served.post(user + "/tokens", wish, bearer(token))).get("token").asText();
    assertThat(code(served.get("/api/protected-data", bearer(secret))))
        .isEqualTo("401 token_invalid");
    promote();
    assertThat(json(introspect(secret, token)).get("aud").asText()).isEqualTo("reports.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"x\"}",
        "{\"name\":\"\",\"scope\":\"data:read\"}",
        "{\"name\":\"x\",\"scope\":\"data:write\"}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"audience\":\"a b\"}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"expires_in_days\":0}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"expires_in_days\":367}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"expires_in_days\":\"soon\"}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"expires_in_days\":\"30\"}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"expires_in_days\":1.5}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"expires_in_days\":true}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"expires_in_days\":1e30}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"expires_in\":30}",
        "{\"name\":\"x\",\"scope\":\"data:read\",\"forever\":true}"
      })
  void anApiTokenThatCannotBeIsAProblem(String wish) throws Exception {
    assertThat(code(served.post(user + "/tokens", wish, bearer(token))))
        .isEqualTo("422 invalid_field");
    assertThat(json(served.get(user + "/tokens", bearer(token))).at("/tokens")).isEmpty();
  }

  @Test
  void nobodyMakesOrTakesBackTokensOfOthersButAnAdministrator() throws Exception {
    ObjectNode made = json(newToken(token, "data:read"));
    String path = user + "/tokens/" + made.get("id").asText();
    try (VirtualKey key = served.newKey()) {
      BareClient eve = Served.browser(key);
      String others = served.token("eve@example.org", eve);
      String wish = "{\"name\":\"x\",\"scope\":\"data:read\"}";
      assertThat(code(served.post(user + "/tokens", wish, bearer(others))))
          .isEqualTo("403 forbidden");
      assertThat(code(served.get(user + "/tokens", bearer(others)))).isEqualTo("403 forbidden");
      assertThat(code(delete(path, others))).isEqualTo("403 forbidden");
      served
          .rp
          .administration()
          .accounts()
          .changeRole("eve@example.org", Role.ADMIN, Caller.CONSOLE);
      assertThat(delete(path, others).statusCode()).isEqualTo(204);
      String sessions = user + "/sessions/";
      String id =
          json(served.get(user + "/sessions", bearer(others))).at("/sessions/0/id").asText();
      assertThat(delete(sessions + id, others).statusCode()).isEqualTo(204);
      assertThat(code(served.get("/whoami", bearer(token)))).isEqualTo("401 token_invalid");
      assertThat(code(delete(sessions + "00", others))).isEqualTo("404 not_found");
    }
  }

  @Test
  void introspectionIsForAuditorsWithTheScope() throws Exception {
    String refresh = session.get("refresh_token").asText();
    assertThat(code(introspect(token, token))).isEqualTo("403 forbidden");
    promote();
    String service = json(newToken(token, "tokens:introspect")).get("token").asText();
    String other = json(newToken(token, "data:read")).get("token").asText();
    assertThat(code(introspect(token, other))).isEqualTo("403 insufficient_scope");
    ObjectNode access = json(introspect(token, service));
    assertThat(access.get("active").asBoolean()).isTrue();
    assertThat(access.get("username").asText()).isEqualTo(ADA);
    assertThat(access.get("acr").asText()).isEqualTo("phrh");
    assertThat(json(introspect(other, service)).get("scope").asText()).isEqualTo("data:read");
    assertThat(json(introspect(refresh, service)).get("token_use").asText()).isEqualTo("refresh");
    for (String text : List.of("x", "tst_", "a.b.c", refresh + "x")) {
      assertThat(introspect(text, service).body()).isEqualTo("{\"active\":false}");
    }
    assertThat(revoke(token).statusCode()).isEqualTo(200);
    assertThat(introspect(token, service).body()).isEqualTo("{\"active\":false}");
  }

  @Test
  void whoHasATokenMayRevokeItAndWhoHasNoneLearnsNothing() throws Exception {
    assertThat(revoke("tst_no such token").body()).isEqualTo(revoke(token).body());
    assertThat(code(served.get("/whoami", bearer(token)))).isEqualTo("401 token_invalid");
    String refresh = session.get("refresh_token").asText();
    assertThat(refresh(refresh).statusCode()).isEqualTo(200);
    ObjectNode other = signIn("offline_access");
    assertThat(revoke(other.get("refresh_token").asText()).statusCode()).isEqualTo(200);
    assertThat(code(served.get("/whoami", bearer(other.get("access_token").asText()))))
        .isEqualTo("401 token_invalid");
  }

  @Test
  void aFormThatIsNoneIsAProblem() throws Exception {
    for (String body : List.of("token", "token=%zz", "token=a&token=b", "")) {
      assertThat(code(form("/token/revoke", body, token))).isEqualTo("422 invalid_field");
    }
    assertThat(code(form("/token/refresh", "refresh_token=x&grant_type=password", token)))
        .isEqualTo("422 invalid_field");
  }

  @Test
  void thePublishedKeyChecksTheTokenAndHoldsNoSecret() throws Exception {
    ObjectNode keys = json(served.get("/.well-known/jwks.json"));
    assertThat(keys.at("/keys/0/kid").asText())
        .isEqualTo(served.rp.tokens().keys().list().getFirst().id());
    assertThat(keys.at("/keys/0/alg").asText()).isEqualTo("ES256");
    assertThat(keys.at("/keys/0").has("d")).isFalse();
    io.jsonwebtoken.security.Jwk<?> jwk =
        io.jsonwebtoken.security.Jwks.parser().build().parse(keys.at("/keys/0").toString());
    assertThat(
            io.jsonwebtoken.Jwts.parser()
                .verifyWith((java.security.PublicKey) jwk.toKey())
                .clock(() -> java.util.Date.from(served.clock.instant()))
                .build()
                .parseSignedClaims(token)
                .getPayload()
                .getAudience())
        .containsExactly("localhost");
  }

  private ObjectNode signIn(String scope) throws Exception {
    ObjectNode wish = served.assertion(ADA, served.browser).put("scope", scope);
    return json(served.post("/login/complete", wish.toString()));
  }

  private void promote() throws Exception {
    served.rp.administration().accounts().changeRole(ADA, Role.ADMIN, Caller.CONSOLE);
  }

  private HttpResponse<String> newToken(String with, String scope) throws Exception {
    String wish = "{\"name\":\"report\",\"scope\":\"%s\"}".formatted(scope);
    return served.post(user + "/tokens", wish, bearer(with));
  }

  private HttpResponse<String> refresh(String refreshToken) throws Exception {
    return form("/token/refresh", "refresh_token=" + refreshToken, token);
  }

  private HttpResponse<String> revoke(String text) throws Exception {
    ObjectNode body = Served.MAPPER.createObjectNode().put("token", text);
    return served.post("/token/revoke", body.toString());
  }

  private HttpResponse<String> introspect(String text, String with) throws Exception {
    return form("/token/introspect", "token=" + text, with);
  }

  private HttpResponse<String> form(String path, String body, String with) throws Exception {
    return served.send(
        HttpRequest.newBuilder(served.at(path))
            .headers(bearer(with))
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> patch(String path, String body, String with) throws Exception {
    return served.send(
        HttpRequest.newBuilder(served.at(path))
            .headers(bearer(with))
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> delete(String path, String with) throws Exception {
    return served.send(HttpRequest.newBuilder(served.at(path)).headers(bearer(with)).DELETE());
  }
}
