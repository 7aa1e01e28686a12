package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.address.Network;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.SessionRows.RefreshToken;
import dev.touchstone.rp.token.TokenRefused;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions and their refresh tokens (RFC 6749 §6, RFC 9700 §4.14). A refresh token is good once,
 * and is exchanged for the next; whoever shows an old one ends the session, for the thief and for
 * the owner, since nobody can tell which of the two it was.
 *
 * <p>One case is not taken for theft: the same token again within {@link #HONEST}, from the network
 * that has used it, before its successor was used. That is a client which asked twice. It gets
 * nothing, and the session goes on.
 */
public final class SessionDesk {

  /** Without a refresh for so long, a session is over. */
  static final Duration IDLE = Duration.ofDays(7);

  /** However it is used, a session is over after that. */
  static final Duration LONGEST = Duration.ofDays(30);

  /** Between two requests of a client that sent one twice. */
  static final Duration HONEST = Duration.ofSeconds(10);

  private static final int LONGEST_AGENT = 200;

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random;

  SessionDesk(Store store, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A session and what goes on with it.
   *
   * @param user whose it is
   * @param session as it is now
   * @param refreshToken told this once
   */
  public record Going(User user, Session session, String refreshToken) {
    @Override
    public String toString() {
      return "Going " + session.id();
    }
  }

  private sealed interface Outcome {
    record Goes(Going going) implements Outcome {}

    record Stops(TokenRefused why) implements Outcome {}
  }

  /**
   * Begins one for somebody who has just proved who they are.
   *
   * @throws AccountConflict if the account was disabled in between
   * @throws RelyingPartyException if the store cannot be written
   */
  public Going begin(User user, Proof proof, Set<Scope> scopes, Caller caller)
      throws RelyingPartyException {
    Instant now = clock.instant();
    Instant last = now.plus(LONGEST);
    Session session =
        new Session(
            SecretText.newId(random),
            user.handle(),
            proof,
            scopes,
            0,
            now,
            caller.address(),
            agent(caller),
            now.plus(IDLE),
            last,
            Optional.empty(),
            "");
    String token = SecretText.REFRESH.make(random);
    return store.write(records -> {
      Optional<User> owner = records.users().withHandle(Bytes.ofBase64Url(user.handle()));
      if (owner.filter(it -> it.status() == Status.ACTIVE).isEmpty()) {
        throw new AccountConflict("The account was disabled meanwhile.");
      }
      records.sessions().forgetExpiredBefore(now);
      records.sessions().add(session, SecretText.digest(token));
      note(
          records,
          AuditEvent.succeeded(now, AuditEvents.SESSION_BEGIN, caller, user.name()),
          session);
      return new Going(user, session, token);
    });
  }

  /**
   * Exchanges a refresh token for the next.
   *
   * @throws TokenRefused if it is no good; if it was used before, its session is ended now
   * @throws RelyingPartyException if the store cannot be written
   */
  public Going refresh(String text, Caller caller) throws TokenRefused, RelyingPartyException {
    if (!SecretText.REFRESH.isWhole(text)) {
      throw TokenRefused.because("it is no refresh token");
    }
    String next = SecretText.REFRESH.make(random);
    Outcome outcome =
        store.write(records -> exchange(records, SecretText.digest(text), next, caller));
    return switch (outcome) {
      case Outcome.Goes(var going) -> going;
      case Outcome.Stops(var why) -> throw why;
    };
  }

  /** What stops is written down in the same transaction, so nothing is thrown out of it. */
  private Outcome exchange(Records records, String digest, String next, Caller caller) {
    Instant now = clock.instant();
    Optional<RefreshToken> token = records.sessions().token(digest);
    Optional<Session> session = token.flatMap(it -> records.sessions().find(it.sessionId()));
    if (session.isEmpty()) {
      // who tries them is counted where they come from; there is nobody to write it down for
      return new Outcome.Stops(TokenRefused.because("no such refresh token is known"));
    }
    try {
      return new Outcome.Goes(
          exchange(records, token.get(), session.get(), digest, next, caller, now));
    } catch (TokenRefused e) {
      return new Outcome.Stops(e);
    }
  }

  private Going exchange(
      Records records,
      RefreshToken token,
      Session session,
      String digest,
      String next,
      Caller caller,
      Instant now)
      throws TokenRefused {
    String owner = Owners.name(records, session.userHandle());
    if (!session.isGood(now)) {
      throw refused(
          records, session, owner, caller, session.ended().isPresent() ? "was ended" : "is over");
    }
    User user;
    try {
      user = Owners.active(records, session.userHandle());
    } catch (TokenRefused e) {
      note(records, refusal(now, caller, owner, e.why()), session);
      throw e;
    }
    String network = Network.of(caller.address());
    if (!records.sessions().use(digest, now, network)) {
      throw again(records, session, digest, token, owner, caller, network);
    }
    Session after =
        session.next(now, caller.address(), agent(caller), earlier(now.plus(IDLE), session.last()));
    records.sessions().advance(after, SecretText.digest(next));
    note(
        records,
        AuditEvent.succeeded(now, AuditEvents.TOKEN_REFRESH, caller.as(user.name()), user.name()),
        after);
    return new Going(user, after, next);
  }

  private TokenRefused refused(
      Records records, Session session, String owner, Caller caller, String how) {
    String why = "its session " + how;
    note(records, refusal(clock.instant(), caller, owner, why), session);
    return TokenRefused.because(why).of(owner);
  }

  private static AuditEvent refusal(Instant now, Caller caller, String owner, String why) {
    return AuditEvent.refused(now, AuditEvents.TOKEN_REFRESH, caller, owner, why);
  }

  private TokenRefused again(
      Records records,
      Session session,
      String digest,
      RefreshToken seen,
      String owner,
      Caller caller,
      String network) {
    Instant now = clock.instant();
    RefreshToken token = records.sessions().token(digest).orElse(seen);
    long current = records.sessions().find(session.id()).orElse(session).number();
    boolean honest =
        token.network().equals(network)
            && current == token.number() + 1
            && Duration.between(token.used().orElse(now), now).abs().compareTo(HONEST) <= 0;
    if (honest) {
      String why = "the refresh token was sent twice at once";
      note(records, refusal(now, caller, owner, why), session);
      return TokenRefused.because(why).of(owner);
    }
    String why = "a refresh token was used again";
    boolean _ = records.sessions().end(session.id(), why, now);
    note(
        records,
        AuditEvent.refused(now, AuditEvents.TOKEN_REUSE, caller, owner, why)
            .with("number", "" + token.number()),
        session);
    return TokenRefused.because(why + ", and its session ended for that").of(owner);
  }

  /** Those of an account that are not forgotten yet, the last used first. */
  public List<Session> of(String name) throws RelyingPartyException {
    return store.read(records -> records.sessions().of(Owners.named(records, name).handle()));
  }

  /** Those of everybody, the last used first. */
  public List<Session> all() throws RelyingPartyException {
    return store.read(records -> records.sessions().all());
  }

  /** One session. */
  public Optional<Session> find(String id) throws RelyingPartyException {
    return store.read(records -> records.sessions().find(id));
  }

  /**
   * Ends one: neither its refresh tokens nor its access tokens are any good, whoever is asked.
   *
   * @return false if it was ended before, or is not there
   * @throws RelyingPartyException if the store cannot be written
   */
  public boolean end(String id, Caller caller) throws RelyingPartyException {
    return store.write(records -> ended(records, id, "it was revoked", caller));
  }

  boolean ended(Records records, String id, String why, Caller caller) {
    Instant now = clock.instant();
    Optional<Session> session = records.sessions().find(id);
    boolean done = session.isPresent() && records.sessions().end(id, why, now);
    if (done) {
      String owner = Owners.name(records, session.get().userHandle());
      note(
          records,
          AuditEvent.succeeded(now, AuditEvents.SESSION_END, caller, owner),
          session.get());
    }
    return done;
  }

  /**
   * Ends all sessions of an account, and revokes the access tokens that it has; API tokens stay.
   *
   * @return how many sessions were ended
   * @throws UnknownUser if there is no such account
   */
  public int endAll(String name, Caller caller) throws RelyingPartyException {
    return store.write(records -> {
      User user = Owners.named(records, name);
      Instant now = clock.instant();
      int ended = 0;
      for (Session session : records.sessions().of(user.handle())) {
        ended += ended(records, session.id(), "all tokens were revoked", caller) ? 1 : 0;
      }
      records.revocations().cutOff(user.handle(), now);
      records
          .audit()
          .append(
              AuditEvent.succeeded(now, AuditEvents.TOKEN_REVOKE, caller, name)
                  .with("sessions", "" + ended)
                  .with("issued_before", now.toString()));
      return ended;
    });
  }

  private static String agent(Caller caller) {
    String agent = caller.agent();
    return agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void note(Records records, AuditEvent event, Session session) {
    records.audit().append(event.with("session", session.id()));
  }
}
