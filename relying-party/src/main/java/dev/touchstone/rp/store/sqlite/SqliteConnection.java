package dev.touchstone.rp.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Connections with the settings on which the promises of the store rest. */
final class SqliteConnection {

  private SqliteConnection() {}

  static Connection open(Path file, Duration patience) throws SQLException {
    return config(patience).createConnection(url(file));
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
    // For the transactions of Flyway; ours begin in their own words.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config;
  }
}
