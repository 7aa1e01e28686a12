package dev.touchstone.rp.factor.totp;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Devices and recovery codes that are stored. */
public interface TotpRows {

  Optional<TotpRow> find(Bytes userHandle);

  /** Stores it in the place of what was there. */
  void put(TotpRow row);

  /**
   * Marks a step as used, however many try at the same moment.
   *
   * @return false if it was used already, or a later one was
   */
  boolean use(Bytes userHandle, long step);

  /** From now on it is a factor. */
  void confirm(Bytes userHandle, Instant now);

  /** With its recovery codes; false if there is none. */
  boolean delete(Bytes userHandle);

  /**
   * Stores these in the place of all that were there.
   *
   * @param digests keyed hashes, base64url
   */
  void putRecoveryCodes(Bytes userHandle, List<String> digests);

  /**
   * Uses one up, however many try at the same moment.
   *
   * @return false if there is no such code, or it was used
   */
  boolean useRecoveryCode(Bytes userHandle, String digest, Instant now);

  int unusedRecoveryCodes(Bytes userHandle);
}
