package dev.touchstone.rp.token;

import java.time.Instant;
import java.util.List;

/** Keys of access tokens that are stored. */
public interface TokenKeyRows {

  /** Newest first. */
  List<TokenKeyRow> all();

  /** Stores it unless another of its algorithm signs already; false if one does. */
  boolean add(TokenKeyRow row);

  /** Whichever of this algorithm signs, signs no more. */
  void retire(String algorithm, Instant now, Instant ends);

  /** False if there is none of that id. */
  boolean delete(String id);

  /** Forgets those whose last token is over. */
  void forgetEndedBefore(Instant when);
}
