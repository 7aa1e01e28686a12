package dev.touchstone.rp.desk;

import java.time.Instant;
import java.util.Optional;

/** Sessions that are stored. */
public interface OperatorSessionRows {

  void add(OperatorSession session);

  Optional<OperatorSession> find(String digest);

  void seen(String digest, Instant now);

  /** False if there is none. */
  boolean end(String digest);

  /** Forgets those that began before. */
  void forgetBegunBefore(Instant when);
}
