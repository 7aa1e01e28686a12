package dev.touchstone.rp.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions that are stored, and the hashes of their refresh tokens. */
public interface SessionRows {

  /**
   * A refresh token.
   *
   * @param sessionId of which session
   * @param number the first of a session is 0
   * @param used when it was exchanged for the next; empty if it was not
   * @param network from where
   */
  record RefreshToken(String sessionId, long number, Optional<Instant> used, String network) {}

  /** Stores a session with its first refresh token. */
  void add(Session session, String digest);

  Optional<Session> find(String id);

  /** Those of an account, the last used first, ended ones too. */
  List<Session> of(String userHandle);

  /** Those of all accounts, the last used first. */
  List<Session> all();

  Optional<RefreshToken> token(String digest);

  /**
   * Uses up a refresh token, whoever is quicker.
   *
   * @return false if it was used before
   */
  boolean use(String digest, Instant now, String network);

  /** Stores what a session is after its next refresh token. */
  void advance(Session session, String digest);

  /** False if it was ended before, or is not there. */
  boolean end(String id, String why, Instant now);

  /** Forgets those that expired before. */
  void forgetExpiredBefore(Instant when);
}
