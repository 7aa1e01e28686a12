package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.RevocationRows.Standing;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.SessionRows.RefreshToken;
import dev.touchstone.rp.token.Token;
import dev.touchstone.rp.token.TokenRefused;
import dev.touchstone.rp.token.jwt.AccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whose token this is, and whether it is good now. That is looked up in the store each time, in one
 * snapshot with the account, so that whatever any replica revokes holds at once for all.
 */
public final class TokenCheck {

  /** When a token was used is told to the minute, so that it is written once a minute at most. */
  private static final Duration PRECISION = Duration.ofMinutes(1);

  private final Store store;
  private final AccessTokens accessTokens;
  private final InstantSource clock;

  TokenCheck(Store store, AccessTokens accessTokens, InstantSource clock) {
    this.store = store;
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  /**
   * Somebody with a good token.
   *
   * @param user the account as it is stored now
   */
  public record Holder(User user, Token token) {}

  private sealed interface Found<T> {
    record Good<T>(T it) implements Found<T> {}

    record Bad<T>(TokenRefused why) implements Found<T> {}
  }

  /**
   * Checks an access token or an API token that somebody uses.
   *
   * @param caller from where it is used
   * @throws TokenRefused if it is no good
   * @throws RelyingPartyException if the store or its secrets cannot be used
   */
  public Holder use(String text, Caller caller) throws TokenRefused, RelyingPartyException {
    Holder holder = find(text);
    if (holder.token() instanceof ApiToken token) {
      noteUse(token, caller);
    }
    return holder;
  }

  /**
   * The same without a trace, for somebody who asks about the token of somebody else.
   *
   * @throws TokenRefused if it is no good
   * @throws RelyingPartyException if the store or its secrets cannot be used
   */
  public Holder find(String text) throws TokenRefused, RelyingPartyException {
    Instant now = clock.instant();
    if (SecretText.API.begins(text)) {
      if (!SecretText.API.isWhole(text)) {
        throw TokenRefused.because("it is no API token");
      }
      String digest = SecretText.digest(text);
      return orThrown(store.read(records -> found(() -> apiToken(records, digest, now))));
    }
    AccessToken token = accessTokens.check(text);
    return orThrown(store.read(records -> found(() -> accessToken(records, token, now))));
  }

  /**
   * Whose refresh token this is.
   *
   * @return empty if it is no good
   * @throws RelyingPartyException if the store cannot be read
   */
  public Optional<Session> session(String text) throws RelyingPartyException {
    if (!SecretText.REFRESH.isWhole(text)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return store.read(records -> {
      Optional<RefreshToken> token =
          records.sessions().token(SecretText.digest(text)).filter(it -> it.used().isEmpty());
      Optional<Session> session =
          token.flatMap(it -> records.sessions().find(it.sessionId())).filter(it -> it.isGood(now));
      boolean active =
          session.isPresent()
              && found(() -> Owners.active(records, session.get().userHandle()))
                  instanceof Found.Good<User>;
      return active ? session : Optional.empty();
    });
  }

  private static Holder accessToken(Records records, AccessToken token, Instant now)
      throws TokenRefused {
    User user = Owners.active(records, token.userHandle());
    Standing standing = records.revocations().standing(token, now);
    if (standing != Standing.GOOD) {
      throw TokenRefused.because(standing.why()).of(user.name());
    }
    return new Holder(user, token);
  }

  private static Holder apiToken(Records records, String digest, Instant now) throws TokenRefused {
    ApiToken token =
        records
            .apiTokens()
            .withDigest(digest)
            .orElseThrow(() -> TokenRefused.because("no such API token is known"));
    User user = Owners.active(records, token.userHandle());
    if (token.revoked().isPresent()) {
      throw TokenRefused.because("it was revoked").of(user.name());
    }
    if (!token.isGood(now)) {
      throw TokenRefused.expired().of(user.name());
    }
    return new Holder(user, token);
  }

  private void noteUse(ApiToken token, Caller caller) throws RelyingPartyException {
    Instant now = clock.instant();
    boolean told =
        token
            .lastUsed()
            .filter(it -> Duration.between(it, now).abs().compareTo(PRECISION) < 0)
            .isPresent();
    if (!told) {
      store.write(records -> {
        records.apiTokens().used(token.id(), now, caller.address());
        return now;
      });
    }
  }

  private interface Search<T> {
    T run() throws TokenRefused;
  }

  private static <T> Found<T> found(Search<T> search) {
    try {
      return new Found.Good<>(search.run());
    } catch (TokenRefused e) {
      return new Found.Bad<>(e);
    }
  }

  private static <T> T orThrown(Found<T> found) throws TokenRefused {
    return switch (found) {
      case Found.Good<T>(var it) -> it;
      case Found.Bad<T>(var why) -> throw why;
    };
  }
}
