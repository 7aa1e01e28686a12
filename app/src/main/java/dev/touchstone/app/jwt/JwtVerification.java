package dev.touchstone.app.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.jwt.JwtCheck.Outcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies a token step by step (RFC 7515 §5.2, RFC 7519 §7.2, with the precautions of RFC 8725).
 * The key says which algorithm is right, never the token.
 *
 * @param checks in their order
 */
public record JwtVerification(List<JwtCheck> checks) {

  /** How far clocks may be apart. */
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  /**
   * What the token should say.
   *
   * @param issuer {@code iss}
   * @param audience one of {@code aud}
   */
  public record Expected(Optional<String> issuer, Optional<String> audience) {}

  /** Whether nothing speaks against it. */
  public boolean accepted() {
    return checks.stream().noneMatch(it -> it.outcome() == Outcome.FAILED);
  }

  /** Verifies. */
  public static JwtVerification of(Jwt jwt, List<JwtKey> keys, Expected expected, Instant now) {
    List<JwtCheck> checks = new ArrayList<>();
    Optional<JwtAlgorithm> algorithm = algorithm(jwt, checks);
    List<JwtKey> candidates = candidates(jwt, keys, checks);
    algorithm.ifPresent(it -> signature(jwt, it, candidates, checks));
    critical(jwt, checks);
    times(jwt, now, checks);
    issuer(jwt, expected, checks);
    audience(jwt, expected, checks);
    return new JwtVerification(List.copyOf(checks));
  }

  private static Optional<JwtAlgorithm> algorithm(Jwt jwt, List<JwtCheck> checks) {
    Optional<JwtAlgorithm> algorithm = JwtAlgorithm.of(jwt.algorithm());
    if (algorithm.isPresent()) {
      checks.add(JwtCheck.of("algorithm", true, jwt.algorithm()));
    } else if (jwt.algorithm().equalsIgnoreCase("none")) {
      checks.add(JwtCheck.of("algorithm", false, "'none': anybody can write such a token."));
    } else {
      checks.add(JwtCheck.of("algorithm", false, "'%s' is not one.".formatted(jwt.algorithm())));
    }
    return algorithm;
  }

  private static List<JwtKey> candidates(Jwt jwt, List<JwtKey> keys, List<JwtCheck> checks) {
    String id = jwt.header().path("kid").asText("");
    if (id.isEmpty()) {
      checks.add(JwtCheck.skipped("key", "The token names none; %d tried.".formatted(keys.size())));
      return keys;
    }
    List<JwtKey> named = keys.stream().filter(it -> it.id().equals(id)).toList();
    boolean unnamed = keys.stream().allMatch(it -> it.id().isEmpty());
    if (named.isEmpty() && unnamed) {
      checks.add(
          JwtCheck.skipped(
              "key", "The token names '%s'; the given one has no name.".formatted(id)));
      return keys;
    }
    checks.add(
        JwtCheck.of(
            "key",
            !named.isEmpty(),
            (named.isEmpty() ? "No key is called '%s'." : "'%s'").formatted(id)));
    return named;
  }

  private static void signature(
      Jwt jwt, JwtAlgorithm algorithm, List<JwtKey> keys, List<JwtCheck> checks) {
    List<JwtKey> fitting =
        keys.stream()
            .filter(algorithm::fits)
            .filter(it -> it.algorithm().filter(said -> !said.equals(algorithm.word())).isEmpty())
            .toList();
    if (fitting.isEmpty()) {
      String why =
          algorithm.isHmac() && keys.stream().anyMatch(JwtKey.Public.class::isInstance)
              ? "%s with a public key: whoever knows that key, and everybody may, could write such"
                  + " a token."
              : "No given key is one for %s.";
      checks.add(JwtCheck.of("signature", false, why.formatted(algorithm.word())));
      return;
    }
    boolean good =
        fitting.stream().anyMatch(it -> algorithm.verify(it, jwt.signed(), jwt.signature()));
    String bad = jwt.signature().length == 0 ? "There is none." : "It is not that of the key.";
    checks.add(JwtCheck.of("signature", good, good ? algorithm.word() : bad));
    boolean weak =
        fitting.stream()
            .anyMatch(it ->
                it instanceof JwtKey.Secret secret && secret.bytes().length < algorithm.size());
    if (good && weak) {
      checks.add(
          JwtCheck.skipped(
              "key length",
              "The secret is shorter than the hash, %d bytes (RFC 7518 §3.2)."
                  .formatted(algorithm.size())));
    }
  }

  private static void critical(Jwt jwt, List<JwtCheck> checks) {
    if (jwt.header().has("crit")) {
      checks.add(
          JwtCheck.of("crit", false, "The token demands extensions that are not understood here."));
    }
  }

  private static void times(Jwt jwt, Instant now, List<JwtCheck> checks) {
    JsonNode claims = jwt.claims();
    time(claims, "exp", checks, it -> now.isBefore(it.plus(LEEWAY)), "expired at %s");
    time(claims, "nbf", checks, it -> !now.plus(LEEWAY).isBefore(it), "not valid before %s");
    time(claims, "iat", checks, it -> !now.plus(LEEWAY).isBefore(it), "issued in the future: %s");
  }

  private interface Fits {
    boolean at(Instant time);
  }

  private static void time(
      JsonNode claims, String name, List<JwtCheck> checks, Fits fits, String otherwise) {
    JsonNode claim = claims.path(name);
    if (claim.isMissingNode()) {
      checks.add(JwtCheck.skipped(name, "not there"));
      return;
    }
    try {
      if (!claim.isNumber()) {
        throw new DateTimeException("no number");
      }
      Instant time = Instant.ofEpochSecond((long) claim.asDouble());
      boolean good = fits.at(time);
      checks.add(JwtCheck.of(name, good, good ? time.toString() : otherwise.formatted(time)));
    } catch (DateTimeException | ArithmeticException e) {
      checks.add(JwtCheck.of(name, false, "is no time"));
    }
  }

  private static void issuer(Jwt jwt, Expected expected, List<JwtCheck> checks) {
    String issuer = jwt.claims().path("iss").asText("");
    checks.add(
        expected.issuer().isEmpty()
            ? JwtCheck.skipped("iss", issuer.isEmpty() ? "not there" : issuer)
            : JwtCheck.of("iss", issuer.equals(expected.issuer().get()), issuer));
  }

  private static void audience(Jwt jwt, Expected expected, List<JwtCheck> checks) {
    JsonNode audience = jwt.claims().path("aud");
    List<String> all = new ArrayList<>();
    if (audience.isArray()) {
      audience.forEach(it -> all.add(it.asText()));
    } else if (audience.isTextual()) {
      all.add(audience.asText());
    }
    String told = all.isEmpty() ? "not there" : String.join(", ", all);
    checks.add(
        expected.audience().isEmpty()
            ? JwtCheck.skipped("aud", told)
            : JwtCheck.of("aud", all.contains(expected.audience().get()), told));
  }
}
