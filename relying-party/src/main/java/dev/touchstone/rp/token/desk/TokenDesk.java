package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.Seals;
import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.RevocationRows.Standing;
import dev.touchstone.rp.token.TokenRefused;
import dev.touchstone.rp.token.jwt.AccessTokens;
import dev.touchstone.rp.token.jwt.TokenKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** Everything that is done with tokens at one relying party. */
public final class TokenDesk {

  private final Store store;
  private final InstantSource clock;
  private final TokenKeys keys;
  private final SessionDesk sessions;
  private final ApiTokenDesk apiTokens;

  /**
   * Over one store.
   *
   * @param rpId whom API tokens are for that nobody chose an audience for
   */
  public TokenDesk(
      Store store, Seals seals, String rpId, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.keys = new TokenKeys(store, seals, clock);
    this.sessions = new SessionDesk(store, clock, random);
    this.apiTokens = new ApiTokenDesk(store, rpId, clock, random);
  }

  /** The keys that sign access tokens. */
  public TokenKeys keys() {
    return keys;
  }

  /** Sessions and their refresh tokens. */
  public SessionDesk sessions() {
    return sessions;
  }

  /** Tokens of scripts. */
  public ApiTokenDesk apiTokens() {
    return apiTokens;
  }

  /** Checks what somebody shows. */
  public TokenCheck check(AccessTokens accessTokens) {
    return new TokenCheck(store, accessTokens, clock);
  }

  /**
   * Revokes whatever token this is (RFC 7009): an access token alone, a refresh token with its
   * session, an API token. Who has it may do that; who has none learns nothing.
   *
   * @return false if there was nothing to revoke
   * @throws RelyingPartyException if the store or its secrets cannot be used
   */
  public boolean revoke(String text, AccessTokens accessTokens, Caller caller)
      throws RelyingPartyException {
    if (SecretText.API.begins(text)) {
      return SecretText.API.isWhole(text)
          && store.write(records -> {
            var token = records.apiTokens().withDigest(SecretText.digest(text));
            return token.isPresent()
                && apiTokens.revoked(records, token.get().id(), as(records, token.get(), caller));
          });
    }
    if (SecretText.REFRESH.begins(text)) {
      return SecretText.REFRESH.isWhole(text)
          && store.write(records -> {
            var token = records.sessions().token(SecretText.digest(text));
            return token.isPresent()
                && sessions.ended(records, token.get().sessionId(), "it was revoked", caller);
          });
    }
    AccessToken token;
    try {
      token = accessTokens.check(text);
    } catch (TokenRefused e) {
      return false;
    }
    return store.write(records -> {
      Instant now = clock.instant();
      if (records.revocations().standing(token, now) != Standing.GOOD) {
        return false; // there is nothing left of it to revoke
      }
      String owner = Owners.name(records, token.userHandle());
      records.revocations().forgetExpiredBefore(now);
      records.revocations().revoke(token.id(), token.expires());
      records
          .audit()
          .append(
              AuditEvent.succeeded(now, AuditEvents.TOKEN_REVOKE, caller.as(owner), owner)
                  .with("token", token.id()));
      return true;
    });
  }

  private static Caller as(Records records, ApiToken token, Caller caller) {
    return caller.as(Owners.name(records, token.userHandle()));
  }
}
