package dev.touchstone.rp.factor.password;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.Optional;

/** Passwords that are stored, hashed. */
public interface PasswordRows {

  /** The hash, in the form {@code $argon2id$v=19$…}. */
  Optional<String> find(Bytes userHandle);

  /** Stores it in the place of what was there. */
  void put(Bytes userHandle, String hash, Instant now);

  /** False if there was none. */
  boolean delete(Bytes userHandle);
}
