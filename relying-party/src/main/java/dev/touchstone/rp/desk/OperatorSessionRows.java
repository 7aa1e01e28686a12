package dev.touchstone.rp.desk;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.Optional;

/** Sessions that are stored. */
public interface OperatorSessionRows {

  void add(OperatorSession session);

  Optional<OperatorSession> find(String digest);

  void seen(String digest, Instant now);

  /** False if there is none. */
  boolean end(String digest);

  /** Ends those of an account. */
  void endAll(Bytes userHandle);

  /** Forgets those that began before. */
  void forgetBegunBefore(Instant when);
}
