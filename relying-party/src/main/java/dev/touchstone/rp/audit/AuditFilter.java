package dev.touchstone.rp.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of the trail somebody wants to see. What is empty does not matter.
 *
 * @param events names of events, or what they begin with up to a dot: {@code sign-in} stands for
 *     {@code sign-in.begin} and {@code sign-in.complete}; any of them
 * @param outcome how it ended
 * @param actor who, exactly
 * @param subject for whom, exactly
 * @param address from where, exactly
 * @param from the earliest
 * @param until the latest, itself left out
 * @param words a part of who, for whom, the event, the address, the program, the credential id or
 *     the reason, in any case
 * @param special what the other members cannot say
 */
public record AuditFilter(
    List<String> events,
    Optional<Outcome> outcome,
    String actor,
    String subject,
    String address,
    Optional<Instant> from,
    Optional<Instant> until,
    String words,
    Special special) {

  /** Conditions that have no member of their own. */
  public enum Special {
    NONE,
    /** Refused or failed. */
    UNSUCCESSFUL,
    /** About a credential whose counter ever failed to go up. */
    POSSIBLE_CLONE
  }

  /** Every row. */
  public static final AuditFilter ALL =
      new AuditFilter(
          List.of(),
          Optional.empty(),
          "",
          "",
          "",
          Optional.empty(),
          Optional.empty(),
          "",
          Special.NONE);

  public AuditFilter {
    events = List.copyOf(events);
  }

  /** The same with these events. */
  public AuditFilter events(List<String> names) {
    return new AuditFilter(names, outcome, actor, subject, address, from, until, words, special);
  }

  /** The same with this outcome. */
  public AuditFilter outcome(Optional<Outcome> other) {
    return new AuditFilter(events, other, actor, subject, address, from, until, words, special);
  }

  /** The same by this actor, for this subject, from this address; empty for any. */
  public AuditFilter people(String who, String forWhom, String fromWhere) {
    return new AuditFilter(events, outcome, who, forWhom, fromWhere, from, until, words, special);
  }

  /** The same in this time. */
  public AuditFilter between(Optional<Instant> earliest, Optional<Instant> latest) {
    return new AuditFilter(
        events, outcome, actor, subject, address, earliest, latest, words, special);
  }

  /** The same with this condition. */
  public AuditFilter special(Special other) {
    return new AuditFilter(events, outcome, actor, subject, address, from, until, words, other);
  }

  /** The same with these words somewhere. */
  public AuditFilter words(String some) {
    return new AuditFilter(events, outcome, actor, subject, address, from, until, some, special);
  }
}
