package dev.touchstone.rp.factor.password;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Computes hashes, few at once: each takes memory and a whole processor on purpose, and strangers
 * decide how many are wanted.
 */
public final class PasswordHasher {

  /** Whoever comes later would wait for seconds. */
  private static final int MOST_WAITING = 40;

  private final Argon2Cost cost;
  private final SecureRandom random;
  private final Semaphore places;
  private final PasswordHash decoy;

  /**
   * A hasher.
   *
   * @param cost of new hashes
   * @param atOnce how many are computed at a time; each takes the memory of its cost
   */
  public PasswordHasher(Argon2Cost cost, int atOnce, SecureRandom random) {
    this.cost = cost;
    this.random = random;
    this.places = new Semaphore(atOnce, true);
    this.decoy = PasswordHash.decoy(cost, random);
  }

  /**
   * What is stored of it.
   *
   * @param password the caller wipes it
   */
  public PasswordHash hash(char[] password) {
    byte[] bytes = PasswordText.bytes(password);
    places.acquireUninterruptibly();
    try {
      return PasswordHash.of(bytes, cost, random);
    } finally {
      places.release();
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Whether too many wait already to begin with another one that a stranger asks for. */
  public boolean isBusy() {
    return places.getQueueLength() >= MOST_WAITING;
  }

  /**
   * Whether this is the password; takes as long where there is none.
   *
   * @param stored empty where there is none
   * @param password the caller wipes it
   */
  public boolean fits(Optional<PasswordHash> stored, char[] password) {
    byte[] bytes = PasswordText.bytes(password);
    places.acquireUninterruptibly();
    try {
      return stored.orElse(decoy).fits(bytes) && stored.isPresent();
    } finally {
      places.release();
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Whether one was computed with another cost than new ones are. */
  public boolean isOutdated(PasswordHash hash) {
    return !hash.cost().equals(cost);
  }
}
