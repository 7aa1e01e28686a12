package dev.touchstone.rp.secret.key;

import java.util.function.Supplier;

/** Which place a person chose for the keys that encrypt secrets. */
public sealed interface KeyPlace {

  /**
   * Outside of the database: a file, or the desktop's keychain.
   *
   * @param source reaches them
   */
  record Outside(KeySource source) implements KeyPlace {}

  /**
   * In the database, encrypted under a passphrase.
   *
   * @param passphrase asks for it once, when a key is first needed; who asked wipes it
   */
  record UnderPassphrase(Supplier<char[]> passphrase) implements KeyPlace {}
}
