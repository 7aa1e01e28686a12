package dev.touchstone.app.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.jwt.JwtCheck.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final JwtVerification.Expected ANY =
      new JwtVerification.Expected(Optional.empty(), Optional.empty());

  /** RFC 7515 appendix A.1. */
  private static final String RFC_HS256 =
      "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String RFC_HS256_KEY =
      "{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow\"}";

  /** RFC 7515 appendix A.3. */
  private static final String RFC_ES256 =
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

  private static final String RFC_ES256_KEY =
      "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";

  /** RFC 8037 appendix A.4. */
  private static final String RFC_EDDSA_KEY =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

  private final SecureRandom random = new SecureRandom();
  private final JwtSigner signer = new JwtSigner(random);

  @Test
  void theExamplesOfTheSpecificationsAreVerified() throws Exception {
    Instant then = Instant.ofEpochSecond(1_300_819_000);
    assertThat(verified(RFC_HS256, RFC_HS256_KEY, then).accepted()).isTrue();
    assertThat(verified(RFC_ES256, RFC_ES256_KEY, then).accepted()).isTrue();
    assertThat(check(verified(RFC_ES256, RFC_ES256_KEY, NOW), "exp")).isEqualTo(Outcome.FAILED);
    JwtKey key = JwtKeys.read(RFC_EDDSA_KEY).getFirst();
    byte[] signature =
        Base64.getUrlDecoder()
            .decode(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    assertThat(
            JwtAlgorithm.EDDSA.verify(
                key,
                "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
                    .getBytes(StandardCharsets.US_ASCII),
                signature))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = JwtAlgorithm.class,
      names = {"HS.*"},
      mode = EnumSource.Mode.MATCH_NONE)
  void whatIsSignedIsVerifiedByThatKeyInEachOfItsFormsAndByNoOther(JwtAlgorithm algorithm)
      throws Exception {
    KeyPair pair = algorithm.pair(random);
    String token =
        signer
            .sign(
                Jwt.MAPPER.createObjectNode(),
                Jwt.MAPPER.createObjectNode().put("sub", "ada"),
                Optional.of(algorithm),
                JwtKeys.read(JwtKeys.pem(pair.getPrivate())).stream().findFirst())
            .compact();
    assertThat(Jwt.read(token).algorithm()).isEqualTo(algorithm.word());
    String jwk = Jwk.of(pair.getPublic(), "").toString();
    assertThat(verified(token, jwk, NOW).accepted()).isTrue();
    assertThat(verified(token, "{\"keys\":[" + jwk + "]}", NOW).accepted()).isTrue();
    assertThat(verified(token, JwtKeys.pem(pair.getPublic()), NOW).accepted()).isTrue();
    String other = Jwk.of(algorithm.pair(random).getPublic(), "").toString();
    assertThat(check(verified(token, other, NOW), "signature")).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void noForgeryIsAccepted(Forgery forgery) throws Exception {
    KeyPair pair = JwtAlgorithm.ES256.pair(random);
    String pem = JwtKeys.pem(pair.getPublic());
    Jwt good =
        Jwt.read(
            signer
                .sign(
                    Jwt.MAPPER.createObjectNode(),
                    Jwt.MAPPER.createObjectNode().put("role", "user"),
                    Optional.of(JwtAlgorithm.ES256),
                    JwtKeys.read(JwtKeys.pem(pair.getPrivate())).stream().findFirst())
                .compact());
    assertThat(JwtVerification.of(good, JwtKeys.read(pem), ANY, NOW).accepted()).isTrue();
    ObjectNode claims = good.claims().deepCopy();
    claims.put("role", "admin");
    String forged = signer.forge(forgery, good, good.header(), claims, Optional.of(pem)).compact();
    assertThat(verified(forged, pem, NOW).accepted()).isFalse();
    assertThat(Jwt.read(forged).claims().path("role").asText()).isEqualTo("admin");
  }

  @Test
  void thePublicKeyAsASecretFoolsWhoeverMixesThemUp() throws Exception {
    KeyPair pair = JwtAlgorithm.RS256.pair(random);
    String pem = JwtKeys.pem(pair.getPublic());
    Jwt blank = Jwt.read(RFC_ES256);
    String forged =
        signer
            .forge(
                Forgery.HMAC_WITH_PUBLIC_KEY,
                blank,
                blank.header(),
                blank.claims(),
                Optional.of(pem))
            .compact();
    JwtKey mixedUp = new JwtKey.Secret("", Optional.empty(), pem.getBytes(StandardCharsets.UTF_8));
    assertThat(check(JwtVerification.of(Jwt.read(forged), List.of(mixedUp), ANY, NOW), "signature"))
        .isEqualTo(Outcome.PASSED);
    assertThat(verified(forged, pem, NOW).checks())
        .filteredOn(it -> it.name().equals("signature"))
        .singleElement()
        .satisfies(it -> assertThat(it.sentence()).contains("with a public key"));
  }

  @Test
  void issuerAudienceTimesAndUnknownDemandsAreLookedAt() throws Exception {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    JwtKey key = new JwtKey.Secret("a", Optional.empty(), secret);
    ObjectNode claims = Jwt.MAPPER.createObjectNode().put("iss", "me");
    claims.put("nbf", NOW.plusSeconds(600).getEpochSecond()).putArray("aud").add("you");
    String token =
        signer
            .sign(
                Jwt.MAPPER.createObjectNode().put("kid", "a"),
                claims,
                Optional.of(JwtAlgorithm.HS256),
                Optional.of(key))
            .compact();
    JwtVerification early =
        JwtVerification.of(
            Jwt.read(token),
            List.of(key),
            new JwtVerification.Expected(Optional.of("me"), Optional.of("them")),
            NOW);
    assertThat(check(early, "iss")).isEqualTo(Outcome.PASSED);
    assertThat(check(early, "aud")).isEqualTo(Outcome.FAILED);
    assertThat(check(early, "nbf")).isEqualTo(Outcome.FAILED);
    assertThat(check(early, "exp")).isEqualTo(Outcome.NOT_CHECKED);
    JwtKey other = new JwtKey.Secret("b", Optional.empty(), secret);
    assertThat(check(JwtVerification.of(Jwt.read(token), List.of(other), ANY, NOW), "key"))
        .isEqualTo(Outcome.FAILED);
    ObjectNode header = Jwt.MAPPER.createObjectNode();
    header.putArray("crit").add("b64");
    String demanding =
        signer
            .sign(
                header,
                Jwt.MAPPER.createObjectNode(),
                Optional.of(JwtAlgorithm.HS256),
                Optional.of(key))
            .compact();
    assertThat(JwtVerification.of(Jwt.read(demanding), List.of(key), ANY, NOW).accepted())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.b",
        "a.b.c",
        "eyJhbGciOiJub25lIn0.e30",
        "e30.W10.",
        "!!!.e30.",
        "a.b.c.d.e",
        "eyJhbGciOiJub25lIiwiYWxnIjoiRVMyNTYifQ.e30.",
      })
  void whatIsNoTokenIsSaidToBeNone(String text) {
    assertThat(catchThrowableOfType(JwtProblem.class, () -> Jwt.read(text))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"kty\":\"XYZ\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\"}",
        "{\"keys\":[]}",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
      })
  void whatIsNoKeyIsSaidToBeNone(String text) {
    assertThat(catchThrowableOfType(JwtProblem.class, () -> JwtKeys.read(text))).isNotNull();
  }

  private static JwtVerification verified(String token, String keys, Instant now)
      throws JwtProblem {
    return JwtVerification.of(Jwt.read(token), JwtKeys.read(keys), ANY, now);
  }

  private static Outcome check(JwtVerification verification, String name) {
    return verification.checks().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outcome();
  }
}
