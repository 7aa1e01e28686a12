package dev.touchstone.rp.token.jwt;

import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.TokenRefused;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the tokens that one key signed, by its one algorithm. */
final class KeyCheck {

  /** A claim of our own (RFC 7519 §4.3): {@link AccessToken#after} in milliseconds. */
  static final String CUTOFF = "cutoff";

  private final String keyId;
  private final String issuer;
  private final JwtParser parser;

  KeyCheck(TokenKey key, String issuer, InstantSource clock) {
    this.keyId = key.id();
    this.issuer = issuer;
    this.parser = parser(key, issuer, clock);
  }

  /** The first part of every token that this key signs. */
  static String header(TokenKey key) {
    String json =
        "{\"typ\":\""
            + AccessTokens.TYPE
            + "\",\"kid\":\""
            + key.id()
            + "\",\"alg\":\""
            + key.algorithm()
            + "\"}";
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  AccessToken check(String token) throws TokenRefused {
    try {
      return read(parser.parseSignedClaims(token).getPayload());
    } catch (ExpiredJwtException e) {
      throw TokenRefused.expired();
    } catch (JwtException | IllegalArgumentException e) {
      throw TokenRefused.because("its signature or its claims are not ours");
    }
  }

  private AccessToken read(Claims claims) throws TokenRefused {
    if (claims.getId() == null
        || claims.getSubject() == null
        || claims.getIssuedAt() == null
        || claims.getExpiration() == null
        || !Set.of(issuer).equals(claims.getAudience())) {
      throw TokenRefused.because("it lacks a claim that all of ours have");
    }
    return new AccessToken(
        claims.getId(),
        claims.getSubject(),
        claims.getIssuedAt().toInstant(),
        after(claims),
        claims.getExpiration().toInstant(),
        issuer,
        Scope.read(text(claims, "scope")),
        proof(claims),
        Optional.of(text(claims, "sid")).filter(it -> !it.isEmpty()),
        keyId);
  }

  /** One that does not say it came after whatever was cut off before its second. */
  private static Instant after(Claims claims) {
    return claims.get(CUTOFF) instanceof Number millis
        ? Instant.ofEpochMilli(millis.longValue())
        : claims.getIssuedAt().toInstant();
  }

  private static String text(Claims claims, String name) {
    return claims.get(name) instanceof String text ? text : "";
  }

  private static Optional<Proof> proof(Claims claims) {
    if (!(claims.get("auth_time") instanceof Number at)
        || !(claims.get("amr") instanceof List<?> methods)) {
      return Optional.empty();
    }
    List<String> words = methods.stream().map(String::valueOf).toList();
    return Optional.of(new Proof(words, Instant.ofEpochSecond(at.longValue())));
  }

  private static JwtParser parser(TokenKey key, String issuer, InstantSource clock) {
    JwtParserBuilder builder =
        Jwts.parser()
            .sig()
            .clear()
            .add(key.kind().signature())
            .and()
            .zip()
            .clear()
            .and()
            .clock(() -> Date.from(clock.instant()))
            .requireIssuer(issuer);
    return switch (key) {
      case TokenKey.Es256(_, var pair) -> builder.verifyWith(pair.getPublic()).build();
      case TokenKey.EdDsa(_, var pair) -> builder.verifyWith(pair.getPublic()).build();
      case TokenKey.Hs256(_, var secret) -> builder.verifyWith(secret).build();
    };
  }
}
