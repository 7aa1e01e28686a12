package dev.touchstone.rp.ceremony.token;

import dev.touchstone.rp.account.AccountJson;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.ChallengeTokenInvalid;
import dev.touchstone.rp.secret.MacKey;
import dev.touchstone.rp.secret.SigningKeys;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ceremonies as signed tokens (JWT, RFC 7519, HS256): whoever knows the key can complete what
 * somebody else began. A token tells nothing secret and proves only that the ceremony was begun
 * here; that it is answered once is the database's business, and expiry that of the step which
 * explains it.
 */
public final class ChallengeTokens {

  /** So that no other token signed with the same key passes for one of these. */
  private static final String TYPE = "challenge+jwt";

  private static final String KIND = "flow";
  private static final String CHALLENGE = "challenge";
  private static final String OPTIONS = "options";
  private static final String NEWCOMER = "newcomer";
  private static final String LABEL = "label";

  /** Expiry is judged with the ceremony, where it can be explained. */
  private static final long NEVER = Duration.ofDays(36_500).toSeconds();

  private final SigningKeys keys;
  private final String rpId;
  private volatile @Nullable Reader reader;

  /** A parser for one key: making one takes longer than a token does. */
  private record Reader(MacKey key, JwtParser parser) {}

  /** Tokens of one relying party. */
  public ChallengeTokens(SigningKeys keys, String rpId) {
    this.keys = keys;
    this.rpId = rpId;
  }

  /**
   * The ceremony, whole.
   *
   * @throws RelyingPartyException if there is no key to be had
   */
  public String write(Ceremony ceremony) throws RelyingPartyException {
    JwtBuilder token =
        Jwts.builder()
            .header()
            .type(TYPE)
            .and()
            .id(ceremony.id())
            .claim("aud", rpId)
            .issuedAt(Date.from(ceremony.begun()))
            .expiration(Date.from(ceremony.expires()))
            .claim("begun_ms", ceremony.begun().toEpochMilli())
            .claim("expires_ms", ceremony.expires().toEpochMilli())
            .claim(KIND, ceremony.kind().name())
            .claim(CHALLENGE, ceremony.challenge().base64Url())
            .claim(OPTIONS, ceremony.optionsJson());
    ceremony.userHandle().ifPresent(it -> token.subject(it.base64Url()));
    ceremony.newcomer().ifPresent(it -> token.claim(NEWCOMER, AccountJson.write(it)));
    if (!ceremony.label().isEmpty()) {
      token.claim(LABEL, ceremony.label());
    }
    return token.signWith(keys.challengeTokens().key(), Jwts.SIG.HS256).compact();
  }

  /**
   * The ceremony as it was begun; whether it was answered since is not in the token.
   *
   * @throws ChallengeTokenInvalid if it is no token of this relying party, or for another flow
   * @throws RelyingPartyException if there is no key to be had
   */
  public Ceremony read(String token, CeremonyKind kind) throws RelyingPartyException {
    JwtParser parser = parser();
    try {
      Jws<Claims> parsed = parser.parseSignedClaims(token);
      if (!TYPE.equals(parsed.getHeader().getType())) {
        throw new ChallengeTokenInvalid("it is a token for something else");
      }
      return ceremony(parsed.getPayload(), kind);
    } catch (JwtException | IllegalArgumentException | NullPointerException e) {
      throw new ChallengeTokenInvalid("it was not made here, or was changed on its way");
    }
  }

  private JwtParser parser() throws RelyingPartyException {
    MacKey key = keys.challengeTokens();
    Reader kept = reader;
    if (kept == null || !kept.key().id().equals(key.id())) {
      kept =
          new Reader(
              key,
              Jwts.parser()
                  .verifyWith(key.key())
                  .requireAudience(rpId)
                  .clockSkewSeconds(NEVER)
                  .build());
      reader = kept;
    }
    return kept.parser();
  }

  private static Ceremony ceremony(Claims claims, CeremonyKind kind) throws ChallengeTokenInvalid {
    if (!kind.name().equals(claims.get(KIND, String.class))) {
      throw new ChallengeTokenInvalid("it is a token for another flow");
    }
    return new Ceremony(
        kind,
        Optional.ofNullable(claims.getSubject()).map(Bytes::ofBase64Url),
        Optional.ofNullable(claims.get(NEWCOMER, String.class)).map(AccountJson::read),
        Optional.ofNullable(claims.get(LABEL, String.class)).orElse(""),
        Bytes.ofBase64Url(claims.get(CHALLENGE, String.class)),
        claims.get(OPTIONS, String.class),
        Instant.ofEpochMilli(claims.get("begun_ms", Long.class)),
        Instant.ofEpochMilli(claims.get("expires_ms", Long.class)),
        Optional.empty());
  }
}
