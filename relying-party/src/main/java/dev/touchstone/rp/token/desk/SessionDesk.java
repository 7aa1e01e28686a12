package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.TokenRefused;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions (RFC 6749 §6): begun by a sign-in, gone on with by refresh tokens, and ended. How a
 * refresh token is exchanged, and what happens to one that is shown twice, is in {@link
 * RefreshExchange}.
 */
public final class SessionDesk {

  /** Without a refresh for so long, a session is over. */
  static final Duration IDLE = Duration.ofDays(7);

  /** However it is used, a session is over after that. */
  static final Duration LONGEST = Duration.ofDays(30);

  private static final int LONGEST_AGENT = 200;

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random;
  private final RefreshExchange exchange;

  SessionDesk(Store store, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.exchange = new RefreshExchange(store, clock, random);
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

  /**
   * Begins one for somebody who has just proved who they are.
   *
   * @param user as the account was when they did
   * @throws AccountConflict if the account was disabled in between, or signed out everywhere
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
      if (records.revocations().lastCutOff(user.handle()).isAfter(user.lastCutOff())) {
        throw new AccountConflict("The account was signed out everywhere meanwhile.");
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
    return exchange.run(text, caller);
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
   * Ends all sessions of an account and the registrations that were begun for it, and revokes the
   * access tokens that it has; API tokens stay.
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
      records.ceremonies().endRegistrations(Bytes.ofBase64Url(user.handle()), now);
      records
          .audit()
          .append(
              AuditEvent.succeeded(now, AuditEvents.TOKEN_REVOKE, caller, name)
                  .with("sessions", "" + ended)
                  .with("issued_before", now.toString()));
      return ended;
    });
  }

  static String agent(Caller caller) {
    String agent = caller.agent();
    return agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
  }

  static void note(Records records, AuditEvent event, Session session) {
    records.audit().append(event.with("session", session.id()));
  }
}
