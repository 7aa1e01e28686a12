package dev.touchstone.rp.secret;

import java.util.List;
import java.util.Optional;

/** Encrypted secrets that are stored. */
public interface SecretRows {

  /** By name. */
  List<SecretRow> all();

  Optional<SecretRow> find(String name);

  /** Stores it in the place of what was there. */
  void put(SecretRow row);

  /** Stores it unless there is one of that name; false if there is. */
  boolean putIfAbsent(SecretRow row);

  /**
   * Stores it in the place of exactly this one.
   *
   * @return false if that one is no longer there: somebody else was quicker
   */
  boolean replace(SecretRow old, SecretRow row);

  /** False if there is none of that name. */
  boolean delete(String name);
}
