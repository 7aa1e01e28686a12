package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.address.Network;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.SessionRows.RefreshToken;
import dev.touchstone.rp.token.TokenRefused;
import dev.touchstone.rp.token.desk.SessionDesk.Going;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A refresh token is good once, and is exchanged for the next (RFC 6749 §6, RFC 9700 §4.14);
 * whoever shows an old one ends the session, for the thief and for the owner, since nobody can tell
 * which of the two it was.
 *
 * <p>One case is not taken for theft: the same token again within {@link #HONEST}, from the network
 * that has used it, before its successor was used. That is a client which asked twice. It gets
 * nothing, and the session goes on.
 */
final class RefreshExchange {

  /** Between two requests of a client that sent one twice. */
  static final Duration HONEST = Duration.ofSeconds(10);

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random;

  RefreshExchange(Store store, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  private sealed interface Outcome {
    record Goes(Going going) implements Outcome {}

    record Stops(TokenRefused why) implements Outcome {}
  }

  /**
   * Exchanges a refresh token for the next.
   *
   * @throws TokenRefused if it is no good; if it was used before, its session is ended now
   * @throws RelyingPartyException if the store cannot be written
   */
  Going run(String text, Caller caller) throws TokenRefused, RelyingPartyException {
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
      throw over(
          records, session, owner, caller, session.ended().isPresent() ? "was ended" : "is over");
    }
    User user;
    try {
      user = Owners.active(records, session.userHandle());
    } catch (TokenRefused e) {
      SessionDesk.note(records, refusal(now, caller, owner, e.why()), session);
      throw e;
    }
    String network = Network.of(caller.address());
    if (!records.sessions().use(digest, now, network)) {
      throw again(records, session, digest, token, owner, caller, network);
    }
    Session after =
        session.next(
            now,
            caller.address(),
            SessionDesk.agent(caller),
            earlier(now.plus(SessionDesk.IDLE), session.last()));
    records.sessions().advance(after, SecretText.digest(next));
    SessionDesk.note(
        records,
        AuditEvent.succeeded(now, AuditEvents.TOKEN_REFRESH, caller.as(user.name()), user.name()),
        after);
    return new Going(user, after, next);
  }

  private TokenRefused over(
      Records records, Session session, String owner, Caller caller, String how) {
    String why = "its session " + how;
    SessionDesk.note(records, refusal(clock.instant(), caller, owner, why), session);
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
      SessionDesk.note(records, refusal(now, caller, owner, why), session);
      return TokenRefused.because(why).of(owner);
    }
    String why = "a refresh token was used again";
    boolean _ = records.sessions().end(session.id(), why, now);
    SessionDesk.note(
        records,
        AuditEvent.refused(now, AuditEvents.TOKEN_REUSE, caller, owner, why)
            .with("number", "" + token.number()),
        session);
    return TokenRefused.because(why + ", and its session ended for that").of(owner);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
