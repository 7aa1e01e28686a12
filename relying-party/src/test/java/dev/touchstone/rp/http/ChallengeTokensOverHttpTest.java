package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.http.guard.Rates;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of challenges that nobody gave out, or gave out for something else. */
final class ChallengeTokensOverHttpTest {

  private static final String ADA = "ada@example.org";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder, it -> it.withRates(Rates.UNLIMITED));
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void aChangedTokenIsRefusedAndTheHonestOneStillCompletes() throws Exception {
    ObjectNode honest = served.registration(ADA, served.browser);
    String token = honest.get("challenge_token").asText();
    for (int i = 0; i < token.length() - 1; i += 41) {
      char other = token.charAt(i) == 'A' ? 'Q' : 'A';
      assertRefused(honest, token.substring(0, i) + other + token.substring(i + 1));
    }
    assertThat(served.post("/register/complete", honest.toString()).statusCode()).isEqualTo(201);
  }

  @Test
  void aTokenThatIsSignedByNobodyOrSomebodyElseIsRefused() throws Exception {
    ObjectNode honest = served.registration(ADA, served.browser);
    String[] parts = honest.get("challenge_token").asText().split("\\.", -1);
    JsonNode claims = Served.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
    KeyPair own = Jwts.SIG.ES256.keyPair().build();
    KeyPair rsa = Jwts.SIG.RS256.keyPair().build();
    byte[] published = served.rp.signingKeys().auditCheckpoints().publicKey().getEncoded();
    String payload = claims.toString();
    for (String alg : List.of("none", "None", "NONE", "HS256", "")) {
      String header = base64("{\"alg\":\"%s\",\"typ\":\"challenge+jwt\"}".formatted(alg));
      assertRefused(honest, header + "." + parts[1] + ".");
      assertRefused(honest, header + "." + parts[1] + ".AAAA");
    }
    assertRefused(honest, typed().content(payload).signWith(own.getPrivate()).compact());
    assertRefused(honest, typed().content(payload).signWith(rsa.getPrivate()).compact());
    assertRefused(
        honest,
        typed().content(payload).signWith(new SecretKeySpec(published, "HmacSHA256")).compact());
    for (String name : List.of("kid", "jku", "x5u")) {
      assertRefused(
          honest,
          Jwts.builder()
              .header()
              .type("challenge+jwt")
              .add(name, "http://127.0.0.1:9/'OR'1'='1")
              .and()
              .content(payload)
              .signWith(own.getPrivate())
              .compact());
    }
    assertRefused(
        honest,
        Jwts.builder()
            .header()
            .type("challenge+jwt")
            .jwk(Jwks.builder().key((ECPublicKey) own.getPublic()).build())
            .and()
            .content(payload)
            .signWith(own.getPrivate())
            .compact());
    assertThat(served.post("/register/complete", honest.toString()).statusCode()).isEqualTo(201);
  }

  @Test
  void theTokenOfAnotherServerOrFlowOrAnAccessTokenIsRefused(@TempDir Path elsewhere)
      throws Exception {
    ObjectNode honest = served.registration(ADA, served.browser);
    try (Served other = new Served(elsewhere)) {
      assertRefused(honest, other.registration(ADA, other.browser).get("challenge_token").asText());
    }
    assertRefused(honest, json(served.post("/login/begin", "{}")).get("challenge_token").asText());
    assertThat(served.post("/register/complete", honest.toString()).statusCode()).isEqualTo(201);

    String access = json(served.signIn(ADA, served.browser)).get("access_token").asText();
    ObjectNode assertion = served.assertion(ADA, served.browser).put("challenge_token", access);
    assertThat(code(served.post("/login/complete", assertion.toString())))
        .isEqualTo("401 sign_in_refused");
  }

  /** Of two ceremonies at once, each has its own challenge. */
  @Test
  void theTokenOfAnotherCeremonyIsRefusedForItsChallenge() throws Exception {
    ObjectNode one = served.registration(ADA, served.browser);
    ObjectNode other = served.registration("bob@example.org", served.browser);
    ObjectNode mixed = one.deepCopy();
    mixed.set("challenge_token", other.get("challenge_token"));
    mixed.put("email", "bob@example.org");
    assertThat(code(served.post("/register/complete", mixed.toString())))
        .isEqualTo("400 registration_refused");
    assertThat(
            served.trail(AuditEvents.REGISTRATION_COMPLETE).getFirst().facts().toString()
                + served.lastReason(AuditEvents.REGISTRATION_COMPLETE))
        .contains("7.1.8");
  }

  private void assertRefused(ObjectNode honest, String token) throws Exception {
    int rows = served.trail(AuditEvents.REGISTRATION_COMPLETE).size();
    ObjectNode hostile = honest.deepCopy().put("challenge_token", token);
    assertThat(code(served.post("/register/complete", hostile.toString())))
        .as(token)
        .isEqualTo("400 registration_refused");
    assertThat(served.trail(AuditEvents.REGISTRATION_COMPLETE)).hasSize(rows + 1);
    assertThat(served.lastReason(AuditEvents.REGISTRATION_COMPLETE)).contains("token");
    assertThat(served.rp.users()).isEmpty();
  }

  private static io.jsonwebtoken.JwtBuilder typed() {
    return Jwts.builder().header().type("challenge+jwt").and();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
