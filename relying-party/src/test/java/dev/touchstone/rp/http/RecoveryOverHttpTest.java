package dev.touchstone.rp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.store.DatabaseKind;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a recovery by mail leaves of what was there before, on every kind of database. */
class RecoveryOverHttpTest {

  private static final String ADA = "ada@example.org";
  private static final Pattern CODE = Pattern.compile("(?m)^ {4}(\\d{4} \\d{4})$");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whoComesBackByMailEndsWhatWasBegunBefore(DatabaseKind kind) throws Exception {
    try (Served served = new Served(folder, kind.empty(folder), it -> it)) {
      ObjectNode thief = verified(served);
      String script = script(served, thief);
      ObjectNode recovered = recovered(served, mailed(served, "/api/auth/recover"));

      String refresh = body("refresh_token", thief.get("refresh_token").asText());
      assertThat(Served.code(served.post("/token/refresh", refresh)))
          .isEqualTo("400 refresh_refused");
      assertThat(whoAmI(served, thief)).isEqualTo("401 token_invalid");
      assertThat(served.lastReason("access")).contains("all tokens of the account were revoked");
      assertThat(whoAmI(served, recovered)).as("in the same moment").isEqualTo("200 ");
      assertThat(served.get("/api/protected-data", Served.bearer(script)).statusCode())
          .as("scripts are not people")
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCodeThatIsRefusedEndsNothing(DatabaseKind kind) throws Exception {
    try (Served served = new Served(folder, kind.empty(folder), it -> it)) {
      ObjectNode owner = verified(served);
      String code = mailed(served, "/api/auth/recover");
      String wrong = code.startsWith("0000") ? "1111 1111" : "0000 0000";
      assertThat(Served.code(served.post("/api/auth/recover/verify", otp(wrong))))
          .isEqualTo("400 code_refused");
      assertThat(whoAmI(served, owner)).isEqualTo("200 ");
      String refresh = body("refresh_token", owner.get("refresh_token").asText());
      assertThat(served.post("/token/refresh", refresh).statusCode()).isEqualTo(200);
    }
  }

  /** An account with a verified address and a key, and a session that the key began. */
  private static ObjectNode verified(Served served) throws Exception {
    served.register(ADA, served.browser);
    String token = Served.json(served.signIn(ADA, served.browser)).get("access_token").asText();
    String code = mailed(served, "/api/auth/change-email", Served.bearer(token));
    HttpResponse<String> changed =
        served.post("/api/auth/change-email/verify", otp(code), Served.bearer(token));
    assertThat(changed.statusCode()).isEqualTo(200);
    ObjectNode wish = served.assertion(ADA, served.browser).put("scope", "offline_access");
    served.clock.advance(Duration.ofMillis(700));
    return Served.json(served.post("/login/complete", wish.toString()));
  }

  private static String script(Served served, ObjectNode session) throws Exception {
    String wish = "{\"name\":\"report\",\"scope\":\"data:read\"}";
    ObjectNode fresh = Served.json(served.signIn(ADA, served.browser));
    return Served.json(
            served.send(
                HttpRequest.newBuilder(
                        served.at("/users/" + session.at("/user/id").asText() + "/tokens"))
                    .headers(Served.bearer(fresh.get("access_token").asText()))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(wish))))
        .get("token")
        .asText();
  }

  private static ObjectNode recovered(Served served, String code) throws Exception {
    HttpResponse<String> back = served.post("/api/auth/recover/verify", otp(code));
    assertThat(back.statusCode()).isEqualTo(200);
    return Served.json(back);
  }

  private static String whoAmI(Served served, ObjectNode session) throws Exception {
    return Served.code(served.get("/whoami", Served.bearer(session.get("access_token").asText())));
  }

  private static String mailed(Served served, String path, String... headers) throws Exception {
    served.clock.advance(Duration.ofSeconds(1));
    assertThat(served.post(path, body("email", ADA), headers).statusCode()).isEqualTo(202);
    while (served.rp.mail().count().containsKey(MailState.WAITING)) {
      // the server's own postman may be at it
      served.rp.mail().deliver();
    }
    String text = served.rp.mail().outbox().find("latest").orElseThrow().text();
    Matcher code = CODE.matcher(text.replace("\r", ""));
    assertThat(code.find()).as(text).isTrue();
    return code.group(1);
  }

  private static String otp(String code) {
    return Served.MAPPER.createObjectNode().put("email", ADA).put("otp", code).toString();
  }

  private static String body(String name, String value) {
    return Served.MAPPER.createObjectNode().put(name, value).toString();
  }
}
