package dev.touchstone.rp.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Connections with the settings on which the promises of the store rest. */
final class SqliteConnection {

  /**
   * In pages. A sign-in touches a dozen, most of them the same as the one before: copied from the
   * log into the file less often, they are copied fewer times.
   */
  private static final int CHECKPOINT = 4000;

  /** In KiB, for the one connection that writes and so never has to forget what it read. */
  private static final int WRITERS_CACHE = 16_384;

  private SqliteConnection() {}

  static Connection open(Path file, Duration patience) throws SQLException {
    return config(patience).createConnection(url(file));
  }

  /** The one that writes. */
  static Connection openToWrite(Path file, Duration patience) throws SQLException {
    SQLiteConfig config = config(patience);
    config.setCacheSize(-WRITERS_CACHE);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "" + CHECKPOINT);
    return config.createConnection(url(file));
  }

  static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  static SQLiteConfig config(Duration patience) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // In WAL mode NORMAL may lose the last commits when the power goes; FULL does not.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    // What a savepoint would have to take back is small: no file for it.
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    // Nobody asks for them, and the driver would prepare a query after each insertion.
    config.setGetGeneratedKeys(false);
    // For the transactions of Flyway; ours begin in their own words.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config;
  }
}
