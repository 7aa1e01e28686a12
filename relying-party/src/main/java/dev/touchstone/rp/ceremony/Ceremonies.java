package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.Optional;

/** The ceremonies that are remembered. */
public interface Ceremonies {

  /** The challenge must be new. */
  void add(Ceremony ceremony);

  Optional<Ceremony> find(String id, CeremonyKind kind);

  /** The answer that spent this challenge, if one did. */
  Optional<Ceremony.Answer> answer(Bytes challenge);

  /** The ceremony for which this challenge was given out. */
  Optional<Ceremony> withChallenge(Bytes challenge);

  /**
   * Spends the challenge, of whatever ceremony this is: one that came as a token need not be
   * remembered here yet.
   *
   * @return false if it was spent already
   */
  boolean spend(Ceremony ceremony, Ceremony.Answer answer);

  /**
   * Takes back the challenges of all open registrations of an account. Whoever calls this has
   * locked the account, as whoever begins a registration for it does: none is begun meanwhile.
   */
  void endRegistrations(Bytes userHandle, Instant now);

  /** Forgets every ceremony that expired before this. */
  void forgetExpiredBefore(Instant when);
}
