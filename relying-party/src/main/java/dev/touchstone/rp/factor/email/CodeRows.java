package dev.touchstone.rp.factor.email;

import java.time.Instant;
import java.util.List;

/** Codes that are stored. */
public interface CodeRows {

  void add(StoredCode code);

  /** Those that were not used and have not expired, newest first. */
  List<StoredCode> open(Purpose purpose, String subject, Instant now);

  /**
   * Counts a guess at a code.
   *
   * @return how many there were from this network, this one included
   */
  int tried(String codeId, String network);

  /**
   * Uses it up, however many try at the same moment.
   *
   * @return false if somebody else was quicker
   */
  boolean use(String codeId, Instant now);

  /** Whether nobody has used it, from now until the transaction ends. */
  boolean isOpen(String codeId);

  /** Uses up all for this. */
  void useAll(Purpose purpose, String subject, Instant now);

  /** Forgets those that expired before. */
  void forgetExpiredBefore(Instant when);
}
