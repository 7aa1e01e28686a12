package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Scope;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens by which scripts act for somebody. What is stored of one is a hash. */
public final class ApiTokenDesk {

  /** How long one lasts that nobody chose a time for. */
  public static final Duration USUAL = Duration.ofDays(90);

  /** Nobody remembers what an older one was for. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_AUDIENCE = 200;
  private static final int MOST = 50;

  private final Store store;
  private final String rpId;
  private final InstantSource clock;
  private final SecureRandom random;

  ApiTokenDesk(Store store, String rpId, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.rpId = rpId;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What somebody wants.
   *
   * @param name what they call it
   * @param scopes what it may be used for
   * @param audience whom it is for; empty for this relying party
   * @param lifetime how long it lasts
   */
  public record Wish(String name, Set<Scope> scopes, Optional<String> audience, Duration lifetime) {

    public Wish {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * A token that was made.
   *
   * @param secret the token itself, told this once
   */
  public record Made(ApiToken token, String secret) {
    @Override
    public String toString() {
      return "Made " + token.id();
    }
  }

  /**
   * What {@link #create} would make; nothing is stored.
   *
   * @throws RequestInvalid if something about it cannot be
   * @throws UnknownUser if there is no such account
   */
  public ApiToken preview(String owner, Wish wish) throws RelyingPartyException {
    return store.read(records -> token(Owners.named(records, owner), wish, ""));
  }

  /**
   * Makes one. Whether its owner has just proved who they are is for who asks to find out.
   *
   * @throws RequestInvalid if something about it cannot be
   * @throws AccountConflict if the account has so many that nobody can look after them
   * @throws UnknownUser if there is no such account
   */
  public Made create(String owner, Wish wish, Caller caller) throws RelyingPartyException {
    String secret = SecretText.API.make(random);
    return store.write(records -> {
      User user = Owners.named(records, owner);
      ApiToken token = token(user, wish, SecretText.newId(random));
      Instant now = clock.instant();
      long good =
          records.apiTokens().of(user.handle()).stream().filter(it -> it.isGood(now)).count();
      if (good >= MOST) {
        throw new AccountConflict(
            "'%s' has %d API tokens; revoke one that is not needed first.".formatted(owner, good));
      }
      records.apiTokens().add(token, SecretText.digest(secret));
      records
          .audit()
          .append(
              AuditEvent.succeeded(now, AuditEvents.API_TOKEN_CREATE, caller, owner)
                  .with("token", token.id())
                  .with("scopes", Scope.words(token.scopes()))
                  .with("audience", token.audience())
                  .with("expires", token.expires().toString()));
      return new Made(token, secret);
    });
  }

  private ApiToken token(User user, Wish wish, String id) throws RequestInvalid {
    String name = wish.name().strip();
    String audience = wish.audience().map(String::strip).orElse(rpId);
    if (name.isEmpty() || name.length() > LONGEST_NAME || !name.matches("\\P{C}+")) {
      throw new RequestInvalid(
          "The name of an API token is a line of 1 to %d characters; choose another."
              .formatted(LONGEST_NAME));
    }
    if (!audience.matches("[!-~]{1," + LONGEST_AUDIENCE + "}")) {
      throw new RequestInvalid(
          "The audience of an API token is a name without blanks, such as %s; choose another."
              .formatted(rpId));
    }
    if (wish.scopes().isEmpty() || !Scope.forScripts().containsAll(wish.scopes())) {
      throw new RequestInvalid(
          "An API token needs one or more of the scopes %s."
              .formatted(Scope.words(Scope.forScripts())));
    }
    if (!wish.lifetime().isPositive() || wish.lifetime().compareTo(LONGEST) > 0) {
      throw new RequestInvalid(
          "An API token lasts 1 to %d days; choose a number of them.".formatted(LONGEST.toDays()));
    }
    Instant now = Instant.ofEpochMilli(clock.millis());
    return new ApiToken(
        id,
        user.handle(),
        name,
        wish.scopes(),
        audience,
        now,
        now.plus(wish.lifetime()),
        Optional.empty(),
        "",
        Optional.empty());
  }

  /** Those of an account, newest first, revoked ones too. */
  public List<ApiToken> of(String name) throws RelyingPartyException {
    return store.read(records -> records.apiTokens().of(Owners.named(records, name).handle()));
  }

  /** Those of everybody, newest first. */
  public List<ApiToken> all() throws RelyingPartyException {
    return store.read(records -> records.apiTokens().all());
  }

  /** One of them. */
  public Optional<ApiToken> find(String id) throws RelyingPartyException {
    return store.read(records -> records.apiTokens().find(id));
  }

  /**
   * Takes one back; from now on nobody who asks this store accepts it.
   *
   * @return false if it was revoked before, or is not there
   * @throws RelyingPartyException if the store cannot be written
   */
  public boolean revoke(String id, Caller caller) throws RelyingPartyException {
    return store.write(records -> revoked(records, id, caller));
  }

  boolean revoked(Records records, String id, Caller caller) {
    Optional<ApiToken> token = records.apiTokens().find(id);
    Instant now = clock.instant();
    boolean done = token.isPresent() && records.apiTokens().revoke(id, now);
    if (done) {
      String owner = Owners.name(records, token.get().userHandle());
      records
          .audit()
          .append(
              AuditEvent.succeeded(now, AuditEvents.API_TOKEN_REVOKE, caller, owner)
                  .with("token", id));
    }
    return done;
  }
}
