package dev.touchstone.rp.factor;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.List;

/** From where the owner of an account proved who they are. */
public interface Networks {

  /** The last ones, newest first. */
  List<String> of(Bytes userHandle, int limit);

  void seen(Bytes userHandle, String network, Instant now);
}
