package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.http.guard.Rates;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL in every field, parameter and header: text, and nothing but text. */
final class SqlOverHttpTest {

  private static final String ADA = "ada@example.org";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder, it -> it.withRates(Rates.UNLIMITED).withConformance(true));
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE account; --",
        "' OR '1'='1",
        "\"; DELETE FROM audit; --",
        "x') ; UPDATE account SET role='admin'; --",
        "%' ESCAPE '\\",
        "${jndi:ldap://127.0.0.1/x}",
        "1; SELECT pg_sleep(10)"
      })
  void sqlIsText(String sql) throws Exception {
    String token = served.token(ADA, served.browser);
    served.rp.administration().accounts().changeRole(ADA, Role.ADMIN, Caller.CONSOLE);
    String id = served.rp.user(ADA).orElseThrow().handle();
    String[] bearer = Served.bearer(token);

    for (String member :
        List.of("first_name", "last_name", "job_title", "label", "email", "date_of_birth")) {
      ObjectNode person = Served.object(Served.person("bob@example.org")).put(member, sql);
      answered(served.post("/register/begin", person.toString()));
    }
    answered(served.post("/login/begin", named("email", sql)));
    for (String path : List.of("/register/complete", "/login/complete")) {
      answered(served.post(path, named("email", sql)));
      answered(served.post(path, named("challenge_token", sql)));
      ObjectNode assertion = served.assertion(ADA, served.browser).put("challenge_token", sql);
      answered(served.post(path, assertion.toString()));
    }
    for (String member : List.of("code", "label", "challenge_token")) {
      ObjectNode enrolment = Served.object(named("code", "ABCD-EFGH-JKMN-PQRS"));
      answered(served.post("/enrol/begin", enrolment.put(member, sql).toString()));
      answered(served.post("/enrol/complete", enrolment.toString()));
    }
    for (String member : List.of("email", "otp", "first_name", "second_factor")) {
      ObjectNode code = Served.object(named("email", ADA)).put("otp", "1").put(member, sql);
      answered(served.post("/api/auth/verify-otp", code.toString()));
      answered(served.post("/api/auth/recover/verify", code.toString()));
    }
    for (String path : List.of("/api/auth/register", "/api/auth/recover")) {
      answered(served.post(path, named("email", sql)));
    }
    for (String member : List.of("email", "otp", "old_otp")) {
      ObjectNode change = Served.object(named("email", ADA)).put("otp", "1").put(member, sql);
      answered(served.post("/api/auth/change-email", change.toString(), bearer));
      answered(served.post("/api/auth/change-email/verify", change.toString(), bearer));
    }
    for (String path : List.of("/token/refresh", "/token/revoke", "/token/introspect")) {
      answered(served.post(path, named("refresh_token", sql), bearer));
      answered(served.post(path, named("token", sql), bearer));
      answered(served.post(path, named("token", "tst_" + sql), bearer));
    }
    for (String member : List.of("name", "scope", "audience")) {
      ObjectNode wish = Served.object(named("name", "a")).put("scope", "data:read");
      answered(served.post("/users/" + id + "/tokens", wish.put(member, sql).toString(), bearer));
    }
    answered(served.post("/auth/otp/confirm", named("otp", sql), bearer));
    served.rp.passwords().allow(true, Caller.CONSOLE);
    for (String both : List.of(sql + ":x", ADA + ":" + sql)) {
      String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
      answered(
          served.post("/auth/credentials", named("otp", sql), "Authorization", "Basic " + basic));
    }
    for (String member : List.of("username", "displayName", "attestation", "userVerification")) {
      ObjectNode wish = Served.object(named("username", "eve")).put(member, sql);
      answered(served.post("/attestation/options", wish.toString()));
      answered(served.post("/assertion/options", wish.toString()));
    }
    for (String member : List.of("first_name", "last_name", "job_title", "role", "status")) {
      patched("/users/" + id, named(member, sql), bearer);
    }
    patched("/users/" + id + "/credentials/AAAA", named("label", sql), bearer);
    String own = served.rp.credentials(ADA).getFirst().id();
    patched("/users/" + id + "/credentials/" + own, named("label", sql), bearer);

    String encoded = URLEncoder.encode(sql, StandardCharsets.UTF_8).replace("+", "%20");
    for (String parameter : List.of("search", "role", "status", "after", "limit")) {
      answered(served.get("/users?" + parameter + "=" + encoded, Served.bearer(token)));
    }
    for (String parameter :
        List.of("question", "event", "outcome", "actor", "subject", "address", "from", "before")) {
      answered(served.get("/audit?" + parameter + "=" + encoded, Served.bearer(token)));
    }
    answered(served.get("/audit/addresses?from=" + encoded, bearer));
    for (String path :
        List.of("/users/", "/users/" + id + "/credentials/", "/users/" + id + "/sessions/")) {
      answered(served.get(path + encoded, bearer));
    }
    for (String path : List.of("/credentials/", "/tokens/", "/sessions/")) {
      answered(
          served.send(
              HttpRequest.newBuilder(served.at("/users/" + id + path + encoded))
                  .headers(bearer)
                  .DELETE()));
    }
    answered(
        served.post(
            "/login/begin", "{}", "User-Agent", sql, "X-Forwarded-For", sql, "Forwarded", sql));
    answered(served.get("/users/" + id, "Authorization", "Bearer " + sql));

    assertThat(served.rp.users()).hasSize(1);
    ObjectNode verified = json(served.get("/audit/verification", Served.bearer(token)));
    assertThat(verified.get("intact").asBoolean()).isTrue();
  }

  private static void answered(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isLessThan(500);
    assertThat(response.body()).doesNotContainIgnoringCase("sqlite", "syntax error", "exception");
  }

  private void patched(String path, String body, String... bearer) throws Exception {
    answered(
        served.send(
            HttpRequest.newBuilder(served.at(path))
                .headers(bearer)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body))));
  }

  private static String named(String member, String text) {
    return Served.MAPPER.createObjectNode().put(member, text).toString();
  }
}
