package dev.touchstone.rp.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mail that is stored. */
public interface MailRows {

  void add(QueuedMail mail);

  Optional<QueuedMail> find(String id);

  /**
   * The newest first.
   *
   * @param state empty for all
   */
  List<QueuedMail> newest(Optional<MailState> state, int limit);

  /** How many there are in each state. */
  Map<MailState, Long> count();

  /**
   * Takes mail that waits and is due, the longest due first, so that nobody else takes it. Mail
   * that others are taking at the same moment is passed over, not waited for.
   *
   * @param until others may take it afterwards: whoever took it has died
   * @param limit how many at most
   */
  List<QueuedMail> claim(String who, Instant now, Instant until, int limit);

  /**
   * Stores what became of a mail, and lets it go.
   *
   * @return false if it is not this one's any more
   */
  boolean settle(String who, QueuedMail mail);

  /** When the next mail is due that nobody has taken; empty if none waits. */
  Optional<Instant> nextDue(Instant now);

  /** Makes it wait from now on, if its content is still there and it was ever to be sent. */
  boolean retry(String id, Instant now);

  /** False if there is none of that id. */
  boolean delete(String id);

  /** Forgets what ended before. */
  int forgetEndedBefore(Instant when);
}
