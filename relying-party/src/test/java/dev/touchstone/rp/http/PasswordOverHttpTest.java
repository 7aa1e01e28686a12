package dev.touchstone.rp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordOverHttpTest {

  private static final String ADA = "ada@example.org";
  private static final String PASSWORD = "grüne: Tür im Hof";

  private Served served;
  private OtpAuth device;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder);
    served.token(ADA, served.browser);
    device = served.rp.totp().enable(ADA, Totp.USUAL, Optional.empty(), Caller.CONSOLE);
    assertThat(served.rp.totp().confirm(ADA, code(), Caller.CONSOLE)).isPresent();
    served.clock.advance(Duration.ofMinutes(1));
    served.rp.passwords().set(ADA, PASSWORD.toCharArray(), Caller.CONSOLE);
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void rightOnesAreAnsweredAsAPasskeyIsAndTheTokenCounts() throws Exception {
    assertThat(Served.code(signIn(basic(ADA, PASSWORD), code()))).isEqualTo("409 conflict");
    served.rp.passwords().allow(true, Caller.CONSOLE);
    HttpResponse<String> session = signIn(basic(ADA, PASSWORD), code());
    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(session.headers().firstValue("Cache-Control")).hasValue("no-store");
    String token = Served.json(session).get("access_token").asText();
    assertThat(Served.json(served.get("/whoami", Served.bearer(token))).at("/token/amr").toString())
        .isEqualTo("[\"pwd\",\"otp\",\"mfa\"]");
    String path = "/users/" + Served.json(session).at("/user/id").asText();
    assertThat(served.get(path, Served.bearer(token)).statusCode()).isEqualTo(200);
  }

  @Test
  void refusalIsTheSameWhateverWasWrong() throws Exception {
    served.rp.passwords().allow(true, Caller.CONSOLE);
    HttpResponse<String> password = signIn(basic(ADA, "wrong " + PASSWORD), code());
    HttpResponse<String> unknown = signIn(basic("nobody@example.org", PASSWORD), code());
    HttpResponse<String> device = signIn(basic(ADA, PASSWORD), "000000");
    assertThat(Served.code(password)).isEqualTo("401 sign_in_refused");
    assertThat(unknown.body()).isEqualTo(password.body()).isEqualTo(device.body());
    assertThat(password.headers().firstValue("WWW-Authenticate"))
        .hasValue("Basic realm=\"touchstone\", charset=\"UTF-8\"");
    assertThat(served.lastReason("password.check"))
        .isEqualTo("the one-time password is not accepted");
    assertThat(password.body()).doesNotContain("Tür");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic !!!!",
        "Basic YWRh",
        "Basic OnB3",
        "Basic /////w==",
        "Bearer YWRhOnB3",
        "Digest username=ada"
      })
  void headerThatIsNoPasswordIsRefusedAsAWrongOne(String header) throws Exception {
    served.rp.passwords().allow(true, Caller.CONSOLE);
    assertThat(Served.code(signIn(header, code()))).isEqualTo("401 sign_in_refused");
    assertThat(served.lastReason("password.check")).contains("no name and password");
  }

  @Test
  void bodyWithoutACodeIsAMistakeAndCostsNoGuess() throws Exception {
    served.rp.passwords().allow(true, Caller.CONSOLE);
    assertThat(Served.code(post(basic(ADA, PASSWORD), "{}"))).isEqualTo("422 invalid_field");
    assertThat(Served.code(post(basic(ADA, PASSWORD), "[]"))).isEqualTo("400 malformed_json");
  }

  private String code() {
    return device.totp().code(device.secret(), device.totp().step(served.clock.instant()));
  }

  private HttpResponse<String> signIn(String header, String code) throws Exception {
    return post(header, "{\"otp\":\"%s\"}".formatted(code));
  }

  private HttpResponse<String> post(String header, String body) throws Exception {
    return served.send(
        HttpRequest.newBuilder(served.at("/auth/credentials"))
            .header("Authorization", header)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
