package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.bearer;
import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import io.jsonwebtoken.Jwts;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTokensOverHttpTest {

  private static final String ADA = "ada@example.org";

  private Served served;
  private String id;
  private String token;

  @BeforeEach
  void signIn(@TempDir Path folder) throws Exception {
    served = new Served(folder);
    served.register(ADA, served.browser);
    ObjectNode answer = json(served.signIn(ADA, served.browser));
    id = answer.at("/user/id").asText();
    token = answer.get("access_token").asText();
    assertThat(read(token).statusCode()).isEqualTo(200);
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void aTokenSaysWhatItHasToSay() throws Exception {
    JsonNode header = part(0);
    assertThat(header.get("alg").asText()).isEqualTo("ES256");
    assertThat(header.get("typ").asText()).isEqualTo("at+jwt");
    JsonNode claims = part(1);
    assertThat(claims.get("sub").asText()).isEqualTo(id);
    assertThat(claims.get("email").asText()).isEqualTo(ADA);
    assertThat(claims.get("first_name").asText()).isEqualTo("Ada");
    assertThat(claims.get("last_name").asText()).isEqualTo("Lovelace");
    assertThat(claims.get("role").asText()).isEqualTo("user");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(3600);
    assertThat(claims.get("jti").asText()).isNotEmpty();
  }

  @Test
  void aTokenEnds() throws Exception {
    served.clock.advance(Duration.ofMinutes(59));
    assertThat(read(token).statusCode()).isEqualTo(200);
    served.clock.advance(Duration.ofMinutes(2));
    HttpResponse<String> response = read(token);
    assertThat(code(response)).isEqualTo("401 token_expired");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"invalid_token\"");
  }

  @Test
  void withoutATokenNobodyReadsAnAccount() throws Exception {
    HttpResponse<String> response = served.get("/users/" + id);
    assertThat(code(response)).isEqualTo("401 token_missing");
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void anotherUserReadsNeitherAnAccountNorWhetherThereIsOne() throws Exception {
    try (VirtualKey key = served.newKey()) {
      BareClient eve = Served.browser(key);
      String others = served.token("eve@example.org", eve);
      HttpResponse<String> account = served.get("/users/" + id, bearer(others));
      HttpResponse<String> none = served.get("/users/" + "A".repeat(43), bearer(others));
      assertThat(code(account)).isEqualTo("403 forbidden");
      assertThat(none.body()).isEqualTo(account.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "bearer x.y.z", "x"})
  void whatIsNoBearerTokenIsRefused(String header) throws Exception {
    assertThat(code(served.get("/users/" + id, "Authorization", header)))
        .isEqualTo("401 token_invalid");
  }

  @Test
  void aTokenWithAnyPartChangedIsRefused() throws Exception {
    for (int i = 0; i < token.length() - 1; i += 7) {
      if (token.charAt(i) == '.') {
        continue;
      }
      char other = token.charAt(i) == 'A' ? 'Q' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(read(changed).statusCode()).as(changed).isIn(401, 429);
    }
  }

  @Test
  void noSignatureAtAllIsRefused() throws Exception {
    String claims = token.split("\\.", -1)[1];
    for (String alg : new String[] {"none", "None", "NONE", "nOnE", ""}) {
      String header = base64("{\"alg\":\"%s\",\"typ\":\"at+jwt\"}".formatted(alg));
      assertRefused(header + "." + claims + ".");
      assertRefused(header + "." + claims + "." + token.split("\\.", -1)[2]);
    }
  }

  @Test
  void thePublicKeyIsNoSecretToSignWith() throws Exception {
    byte[] publicKey = ours().getPublic().getEncoded();
    assertRefused(
        claims(Jwts.builder().header().type("at+jwt").keyId(keyId()).and())
            .signWith(new SecretKeySpec(publicKey, "HmacSHA256"), Jwts.SIG.HS256)
            .compact());
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
            + "\n-----END PUBLIC KEY-----\n";
    assertRefused(
        claims(Jwts.builder().header().type("at+jwt").keyId(keyId()).and())
            .signWith(
                new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"),
                Jwts.SIG.HS256)
            .compact());
  }

  @Test
  void aKeyThatTheTokenBringsAlongIsNotTrusted() throws Exception {
    KeyPair own = Jwts.SIG.ES256.keyPair().build();
    assertRefused(signed(own, it -> {}));
    assertRefused(signed(own, it -> it.header().keyId("../../dev/null")));
    assertRefused(signed(own, it -> it.header().keyId("' OR 1=1 --")));
    assertRefused(signed(own, it -> it.header().add("jku", "http://127.0.0.1:9/keys")));
    assertRefused(signed(own, it -> it.header().add("x5u", "http://127.0.0.1:9/chain")));
    assertRefused(
        signed(
            own,
            it ->
                it.header()
                    .jwk(
                        io.jsonwebtoken.security.Jwks.builder()
                            .key((java.security.interfaces.ECPublicKey) own.getPublic())
                            .build())));
    // signed by ourselves, and still not as ours are
    KeyPair right = ours();
    assertThat(read(signed(right, it -> {})).statusCode()).isEqualTo(200);
    assertRefused(signed(right, it -> it.header().delete("kid")));
    assertRefused(signed(right, it -> it.header().add("jku", "http://127.0.0.1:9/keys")));
    assertRefused(signed(right, it -> it.header().add("more", "7")));
    assertRefused(signed(right, it -> it.audience().clear().add("example.org")));
    assertRefused(signed(right, it -> it.header().add("x5u", "http://127.0.0.1:9/chain")));
    assertRefused(signed(right, it -> it.header().type("challenge+jwt")));
    assertRefused(signed(right, it -> it.issuer("example.org")));
    assertRefused(signed(right, it -> it.expiration(null)));
    assertRefused(signed(right, it -> it.subject(null)));
  }

  @Test
  void theTokenOfAChallengeIsNoAccessToken() throws Exception {
    assertRefused(json(served.post("/login/begin", "{}")).get("challenge_token").asText());
  }

  @Test
  void theTokenOfAnotherServerIsRefused(@TempDir Path elsewhere) throws Exception {
    try (Served other = new Served(elsewhere)) {
      assertRefused(other.token(ADA, other.browser));
    }
  }

  @Test
  void whoIsDeletedHasNoUseForTheirToken() throws Exception {
    served.rp.administration().accounts().delete(ADA, Caller.CONSOLE);
    assertRefused(token);
  }

  private String signed(KeyPair pair, Consumer<io.jsonwebtoken.JwtBuilder> change)
      throws Exception {
    var builder = claims(Jwts.builder().header().type("at+jwt").keyId(keyId()).and());
    change.accept(builder);
    return builder.signWith(pair.getPrivate(), Jwts.SIG.ES256).compact();
  }

  private KeyPair ours() throws Exception {
    return Served.tokenKey(served.rp);
  }

  private String keyId() throws Exception {
    return served.rp.tokens().keys().list().getFirst().id();
  }

  private io.jsonwebtoken.JwtBuilder claims(io.jsonwebtoken.JwtBuilder builder) {
    return builder
        .id("1")
        .issuer("localhost")
        .claim("aud", "localhost")
        .claim("scope", "account:read")
        .subject(id)
        .issuedAt(Date.from(served.clock.instant()))
        .expiration(Date.from(served.clock.instant().plusSeconds(600)))
        .claim("role", "admin");
  }

  private HttpResponse<String> read(String with) throws Exception {
    return served.get("/users/" + id, bearer(with));
  }

  private void assertRefused(String with) throws Exception {
    assertThat(code(read(with))).isEqualTo("401 token_invalid");
    AuditRow row = served.trail(AuditEvents.ACCESS).getFirst();
    assertThat(row.outcome()).isEqualTo("refused");
    assertThat(row.reason()).startsWith("the token ").doesNotContain(with);
    assertThat(row.address()).isEqualTo("127.0.0.1");
  }

  private JsonNode part(int index) throws Exception {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
    return Served.MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
