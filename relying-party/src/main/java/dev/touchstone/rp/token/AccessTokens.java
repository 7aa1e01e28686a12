package dev.touchstone.rp.token;

import dev.touchstone.rp.account.User;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Makes and checks access tokens (JWT, RFC 7519; with the precautions of RFC 8725). One key, one
 * algorithm: what a token says of its own algorithm or key is compared and never followed.
 */
public final class AccessTokens {

  /** Ours are some 500 characters; longer ones are not worth a signature check. */
  private static final int LONGEST = 4096;

  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  /** RFC 9068 §2.1: tells access tokens from all other tokens of this program. */
  private static final String TYPE = "at+jwt";

  /** No {@code kid}, {@code jku}, {@code jwk}, {@code x5u}, {@code crit} or {@code zip}. */
  private static final Set<String> HEADER = Set.of("alg", "typ");

  private final TokenKey key;
  private final String issuer;
  private final Duration lifetime;
  private final InstantSource clock;
  private final JwtParser parser;

  /**
   * Tokens of one relying party.
   *
   * @param issuer {@code iss}: the RP ID
   * @param lifetime from the sign-in to {@code exp}
   */
  public AccessTokens(TokenKey key, String issuer, Duration lifetime, InstantSource clock) {
    this.key = key;
    this.issuer = issuer;
    this.lifetime = lifetime;
    this.clock = clock;
    this.parser = parser();
  }

  /** A token for somebody who has just signed in. */
  public String issue(User user) {
    Instant now = clock.instant();
    JwtBuilder token =
        Jwts.builder()
            .header()
            .type(TYPE)
            .and()
            .id(UUID.randomUUID().toString())
            .issuer(issuer)
            .subject(user.handle())
            .issuedAt(Date.from(now))
            .expiration(Date.from(now.plus(lifetime)))
            .claim("email", user.profile().email().orElse(user.name()))
            .claim("first_name", user.profile().firstName())
            .claim("last_name", user.profile().lastName())
            .claim("role", user.role().word());
    return signed(token).compact();
  }

  /** How long a token lasts. */
  public Duration lifetime() {
    return lifetime;
  }

  /**
   * Checks a token.
   *
   * @throws TokenRefused if it is not one of ours, or has expired
   */
  public AccessToken check(String token) throws TokenRefused {
    if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
      throw TokenRefused.because("it is no signed JWT");
    }
    try {
      Jws<Claims> parsed = parser.parseSignedClaims(token);
      checkHeader(parsed);
      return read(parsed.getPayload());
    } catch (ExpiredJwtException e) {
      throw TokenRefused.expired();
    } catch (JwtException | IllegalArgumentException e) {
      throw TokenRefused.because("its signature or its claims are not ours");
    }
  }

  private void checkHeader(Jws<Claims> token) throws TokenRefused {
    boolean ours =
        token.getHeader().keySet().equals(HEADER)
            && key.algorithm().equals(token.getHeader().getAlgorithm())
            && TYPE.equals(token.getHeader().getType());
    if (!ours) {
      throw TokenRefused.because("its header is not that of our access tokens");
    }
  }

  private static AccessToken read(Claims claims) throws TokenRefused {
    if (claims.getId() == null
        || claims.getSubject() == null
        || claims.getIssuedAt() == null
        || claims.getExpiration() == null) {
      throw TokenRefused.because("it lacks a claim that all of ours have");
    }
    return new AccessToken(
        claims.getId(),
        claims.getSubject(),
        claims.getIssuedAt().toInstant(),
        claims.getExpiration().toInstant());
  }

  private JwtBuilder signed(JwtBuilder token) {
    return switch (key) {
      case TokenKey.Es256(var pair) -> token.signWith(pair.getPrivate(), Jwts.SIG.ES256);
      case TokenKey.EdDsa(var pair) -> token.signWith(pair.getPrivate(), Jwts.SIG.EdDSA);
      case TokenKey.Hs256(var secret) -> token.signWith(secret, Jwts.SIG.HS256);
    };
  }

  private JwtParser parser() {
    JwtParserBuilder builder =
        Jwts.parser()
            .sig()
            .clear()
            .add(key.signature())
            .and()
            .zip()
            .clear()
            .and()
            .clock(() -> Date.from(clock.instant()))
            .requireIssuer(issuer);
    return switch (key) {
      case TokenKey.Es256(var pair) -> builder.verifyWith(pair.getPublic()).build();
      case TokenKey.EdDsa(var pair) -> builder.verifyWith(pair.getPublic()).build();
      case TokenKey.Hs256(var secret) -> builder.verifyWith(secret).build();
    };
  }
}
