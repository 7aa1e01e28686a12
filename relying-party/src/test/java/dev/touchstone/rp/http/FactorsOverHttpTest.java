package dev.touchstone.rp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.mail.BadSmtpServer;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.Sender;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactorsOverHttpTest {

  private static final String ADA = "ada@example.org";
  private static final Pattern CODE = Pattern.compile("(?m)^    ([0-9 ]+)$");

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
  void codeLeadsToAPasskeyAndFromThenOnOnlyThePasskeyCounts() throws Exception {
    String token = registered();
    ObjectNode registration =
        served.registration(ADA, served.browser, "Authorization", "Bearer " + token);
    assertThat(served.post("/register/complete", registration.toString()).statusCode())
        .isEqualTo(201);
    assertThat(served.signIn(ADA, served.browser).statusCode()).isEqualTo(200);

    served.clock.advance(Duration.ofSeconds(1));
    served.post("/api/auth/register", "{\"email\":\"" + ADA + "\"}");
    OutboxMail told = latest();
    assertThat(told.text()).contains("account for it already").doesNotContainPattern(CODE);
  }

  @Test
  void answerIsTheSameWhoeverHasTheAddress() throws Exception {
    registered();
    for (String path : new String[] {"/api/auth/register", "/api/auth/recover"}) {
      HttpResponse<String> known = served.post(path, "{\"email\":\"" + ADA + "\"}");
      HttpResponse<String> unknown = served.post(path, "{\"email\":\"nobody@example.org\"}");
      assertThat(known.statusCode()).isEqualTo(202).isEqualTo(unknown.statusCode());
      assertThat(known.body()).isEqualTo(unknown.body());
    }
    String guess = "{\"email\":\"%s\",\"otp\":\"12345678\"}";
    assertThat(Served.code(served.post("/api/auth/verify-otp", guess.formatted(ADA))))
        .isEqualTo(
            Served.code(served.post("/api/auth/verify-otp", guess.formatted("bob@example.org"))))
        .isEqualTo("400 code_refused");
  }

  @Test
  void deviceIsEnabledShownConfirmedAndNeededForRecovery() throws Exception {
    String token = registered();
    ObjectNode enabled = Served.json(send("PUT", "/auth/otp/enable", "", token));
    OtpAuth told = OtpAuth.parse(enabled.get("uri").asText(), Totp.USUAL);
    HttpResponse<byte[]> picture =
        served.http.send(
            HttpRequest.newBuilder(served.at("/auth/otp/generate"))
                .headers(Served.bearer(token))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(picture.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(Served.code(send("POST", "/auth/otp/confirm", otp("000000"), token)))
        .isEqualTo("400 code_refused");
    String code = told.totp().code(told.secret(), told.totp().step(served.clock.instant()));
    ObjectNode confirmed = Served.json(send("POST", "/auth/otp/confirm", otp(code), token));
    assertThat(confirmed.get("recovery_codes")).hasSize(10);
    assertThat(Served.code(send("PUT", "/auth/otp/enable", "", token))).isEqualTo("409 conflict");

    served.clock.advance(Duration.ofSeconds(1));
    served.post("/api/auth/recover", "{\"email\":\"" + ADA + "\"}");
    String mailed = code(latest());
    String without = "{\"email\":\"%s\",\"otp\":\"%s\"}".formatted(ADA, mailed);
    assertThat(Served.code(served.post("/api/auth/recover/verify", without)))
        .isEqualTo("400 code_refused");
    String with =
        "{\"email\":\"%s\",\"otp\":\"%s\",\"second_factor\":\"%s\"}"
            .formatted(ADA, mailed, confirmed.at("/recovery_codes/0").asText());
    assertThat(served.post("/api/auth/recover/verify", with).statusCode()).isEqualTo(200);
  }

  @Test
  void fewMailsAMinuteGoToWhomeverOneNetworkNames() throws Exception {
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      String path = i % 2 == 0 ? "/api/auth/register" : "/api/auth/recover";
      HttpResponse<String> response =
          served.post(path, "{\"email\":\"person%d@example.org\"}".formatted(i));
      if (response.statusCode() == 429) {
        refused++;
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
      }
    }
    assertThat(refused).isBetween(10, 20);
    long mails = served.rp.mail().count().values().stream().mapToLong(it -> it).sum();
    assertThat(mails).isEqualTo(40L - refused);
  }

  @Test
  void stopDoesNotWaitForASlowMailServer() throws Exception {
    try (BadSmtpServer slow = new BadSmtpServer(BadSmtpServer.Fault.SILENT)) {
      served.rp.mail().setup().choose(slow(slow.port()), Caller.CONSOLE);
      served.post("/api/auth/register", "{\"email\":\"" + ADA + "\"}");
      while (slow.connections() == 0) {
        Thread.sleep(10);
      }
      long begun = System.nanoTime();
      served.server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SmtpServer.PATIENCE);
    }
  }

  private static SmtpServer slow(int port) {
    return new SmtpServer(
        "127.0.0.1",
        port,
        SmtpServer.Security.NONE,
        "",
        Sender.parse("keys@example.com"),
        SmtpServer.PATIENCE);
  }

  @Test
  void tokenThatIsNotFreshMakesNoDevice() throws Exception {
    String token = registered();
    served.clock.advance(Duration.ofMinutes(11));
    assertThat(Served.code(send("PUT", "/auth/otp/enable", "", token)))
        .isEqualTo("401 token_not_fresh");
  }

  @Test
  void tokenThatIsNotFreshMovesNoAccountToAnotherMailbox() throws Exception {
    String token = served.token(ADA, served.browser);
    String wish = "{\"email\":\"eve@example.org\"}";
    assertThat(send("POST", "/api/auth/change-email", wish, token).statusCode()).isEqualTo(202);
    String code = code(latest());

    served.clock.advance(Duration.ofMinutes(11));
    assertThat(Served.code(send("POST", "/api/auth/change-email", wish, token)))
        .isEqualTo("401 token_not_fresh");
    String codes = "{\"email\":\"eve@example.org\",\"otp\":\"" + code + "\"}";
    assertThat(Served.code(send("POST", "/api/auth/change-email/verify", codes, token)))
        .isEqualTo("401 token_not_fresh");
    assertThat(served.lastReason("access"))
        .isEqualTo("another address needs a sign-in of the last 10 minutes");
  }

  @Test
  void whoBeganWithAPasskeyVerifiesTheirOwnAddress() throws Exception {
    String token = served.token(ADA, served.browser);
    String wish = "{\"email\":\"" + ADA + "\"}";
    assertThat(send("POST", "/api/auth/change-email", wish, token).statusCode()).isEqualTo(202);
    String codes = "{\"email\":\"%s\",\"otp\":\"%s\"}".formatted(ADA, code(latest()));
    HttpResponse<String> verified = send("POST", "/api/auth/change-email/verify", codes, token);
    assertThat(Served.json(verified).at("/user/email_verified_at").isTextual()).isTrue();
  }

  private String registered() throws Exception {
    assertThat(served.post("/api/auth/register", "{\"email\":\"" + ADA + "\"}").statusCode())
        .isEqualTo(202);
    HttpResponse<String> verified =
        served.post(
            "/api/auth/verify-otp",
            Served.MAPPER
                .createObjectNode()
                .put("email", ADA)
                .put("otp", code(latest()))
                .put("first_name", "Ada")
                .toString());
    assertThat(verified.statusCode()).isEqualTo(200);
    assertThat(Served.json(verified).at("/user/email_verified_at").isTextual()).isTrue();
    return Served.json(verified).get("access_token").asText();
  }

  private OutboxMail latest() throws Exception {
    while (served.rp.mail().count().containsKey(MailState.WAITING)) {
      // the server's own postman may be at it
      served.rp.mail().deliver();
    }
    return served.rp.mail().outbox().find("latest").orElseThrow();
  }

  private static String code(OutboxMail mail) {
    Matcher matcher = CODE.matcher(mail.text().replace("\r", ""));
    assertThat(matcher.find()).as(mail.text()).isTrue();
    return matcher.group(1);
  }

  private static String otp(String code) {
    return "{\"otp\":\"" + code + "\"}";
  }

  private HttpResponse<String> send(String method, String path, String body, String token)
      throws Exception {
    return served.send(
        HttpRequest.newBuilder(served.at(path))
            .headers(Served.bearer(token))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }
}
