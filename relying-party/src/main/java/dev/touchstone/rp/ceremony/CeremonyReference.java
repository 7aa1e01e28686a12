package dev.touchstone.rp.ceremony;

/** How an answer tells which ceremony it belongs to. */
public sealed interface CeremonyReference {

  /** By the id that {@link PendingCeremony} told: the console keeps it. */
  record ById(String id) implements CeremonyReference {}

  /**
   * By a signed token that holds the whole ceremony, so that any replica can complete what another
   * one began.
   */
  record ByToken(String token) implements CeremonyReference {}

  /** This very one, which came along and was found to be ours. */
  record Brought(Ceremony ceremony) implements CeremonyReference {}

  /** By the challenge in the response's client data, for clients that return nothing else. */
  record ByChallenge() implements CeremonyReference {}

  /** One that a one-time code of the help desk began, and no other one. */
  record OfCode(CeremonyReference ceremony) implements CeremonyReference {}

  /**
   * One that was begun for the account of this e-mail address: an answer that names another one is
   * no answer to it. A sign-in that was begun for nobody in particular is for everybody.
   */
  record Claimed(String email, CeremonyReference ceremony) implements CeremonyReference {}
}
