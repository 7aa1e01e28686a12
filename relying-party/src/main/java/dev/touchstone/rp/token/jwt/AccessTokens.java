package dev.touchstone.rp.token.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.TokenRefused;
import dev.touchstone.rp.token.jwt.TokenKey.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks access tokens (JWT, RFC 7519, with the claims of RFC 9068 and the precautions of
 * RFC 8725). What a token says of its own algorithm or key is never followed: its header has to be,
 * character by character, the one that a key of ours writes, and is then checked by that key alone.
 */
public final class AccessTokens {

  /** Ours are some 700 characters; longer ones are not worth a signature check. */
  private static final int LONGEST = 4096;

  /** RFC 9068 §2.1: tells access tokens from all other tokens of this program. */
  static final String TYPE = "at+jwt";

  private final TokenKeys keys;
  private final Kind kind;
  private final String issuer;
  private final Duration lifetime;
  private final InstantSource clock;

  /** By the encoded header of the tokens that they check. */
  private final Map<String, KeyCheck> checks = new ConcurrentHashMap<>();

  /**
   * Tokens of one relying party.
   *
   * @param kind of the key that signs
   * @param issuer {@code iss} and {@code aud}: the RP ID
   * @param lifetime from now to {@code exp}, at most {@link TokenKeys#LONGEST_TOKEN}
   */
  public AccessTokens(
      TokenKeys keys, Kind kind, String issuer, Duration lifetime, InstantSource clock) {
    if (lifetime.compareTo(TokenKeys.LONGEST_TOKEN) > 0) {
      throw new IllegalArgumentException("no access token lasts longer than a day");
    }
    this.keys = keys;
    this.kind = kind;
    this.issuer = issuer;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /**
   * A token for somebody who proved who they are.
   *
   * @param after the last cut-off of the account, as the store has it now
   * @param session the id of the session that issues it; empty for none
   * @throws RelyingPartyException if the key that signs cannot be had
   */
  public String issue(
      User user, Instant after, Proof proof, Set<Scope> scopes, Optional<String> session)
      throws RelyingPartyException {
    Instant now = clock.instant();
    TokenKey key = keys.signing(kind);
    ObjectNode claims =
        Json.MAPPER
            .createObjectNode()
            .put("jti", UUID.randomUUID().toString())
            .put("iss", issuer)
            .put("aud", issuer)
            .put("sub", user.handle())
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(lifetime).getEpochSecond())
            .put(KeyCheck.CUTOFF, after.toEpochMilli())
            .put("auth_time", proof.at().getEpochSecond())
            .put("scope", Scope.words(scopes))
            .put("email", user.profile().email().orElse(user.name()))
            .put("first_name", user.profile().firstName())
            .put("last_name", user.profile().lastName())
            .put("role", user.role().word());
    proof.methods().forEach(claims.putArray("amr")::add);
    proof.level().ifPresent(it -> claims.put("acr", it));
    session.ifPresent(it -> claims.put("sid", it));
    return TokenWriter.write(key, claims);
  }

  /** How long a token lasts. */
  public Duration lifetime() {
    return lifetime;
  }

  /** The RP ID, by which tokens say who issued them and whom they are for. */
  public String issuer() {
    return issuer;
  }

  /**
   * Checks signature and claims of a token; whether it was revoked is not looked up.
   *
   * @throws TokenRefused if it is not one of ours, or has expired
   * @throws RelyingPartyException if the keys cannot be had
   */
  public AccessToken check(String token) throws TokenRefused, RelyingPartyException {
    if (token.length() > LONGEST || !isCompact(token)) {
      throw TokenRefused.because("it is no signed JWT");
    }
    String header = token.substring(0, token.indexOf('.'));
    KeyCheck check = checks.get(header);
    if (check == null) {
      check = reread(header);
    }
    if (check == null) {
      throw TokenRefused.because("its header is not that of our access tokens");
    }
    return check.check(token);
  }

  /** Three parts in base64url (RFC 7515 §7.1); a loop, as this is done for every request. */
  private static boolean isCompact(String token) {
    int stops = 0;
    char before = '.';
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c == '.') {
        if (before == '.' || ++stops > 2) {
          return false;
        }
      } else if (!isBase64Url(c)) {
        return false;
      }
      before = c;
    }
    return stops == 2 && before != '.';
  }

  private static boolean isBase64Url(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /** Another replica may have made a key since. */
  private @Nullable KeyCheck reread(String header) throws RelyingPartyException {
    Map<String, KeyCheck> fresh = new HashMap<>();
    for (TokenKey key : keys.counting()) {
      fresh.put(KeyCheck.header(key), new KeyCheck(key, issuer, clock));
    }
    checks.keySet().retainAll(fresh.keySet());
    fresh.forEach(checks::putIfAbsent);
    return checks.get(header);
  }
}
