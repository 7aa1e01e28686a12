package dev.touchstone.app.settings;

import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the relying party keeps its records, and the keys for the secrets among them.
 *
 * @param database a file of the data folder, or a database server
 * @param key where the keys are that encrypt secrets
 */
public record StoreSettings(DatabaseLocation database, SecretKey key) {

  /** Where keys are that encrypt secrets. */
  public sealed interface SecretKey {

    /** A file that only its owner may read. */
    record InFile(Path file) implements SecretKey {}

    /** The desktop's keychain. */
    record InKeychain() implements SecretKey {}

    /**
     * The database itself, under a passphrase.
     *
     * @param file the passphrase stands in its first line; empty if it is not in a file
     * @param given from the environment; empty if it is not
     */
    record UnderPassphrase(Optional<Path> file, String given) implements SecretKey {

      /** Tells nothing of it. */
      @Override
      public String toString() {
        return "UnderPassphrase";
      }
    }
  }

  /** What holds until somebody chooses otherwise: all in the data folder. */
  public static StoreSettings usual(Path data) {
    return new StoreSettings(
        new SqliteFile(data.resolve("touchstone.db")),
        new SecretKey.InFile(data.resolve("secret.key")));
  }
}
