package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.failure.RelyingPartyException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteException;

/** Reads a whole file while nobody can change it. */
public final class SqliteSnapshot {

  private SqliteSnapshot() {}

  /** Something to do with the file. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException, RelyingPartyException;
  }

  /**
   * Brings the tables up to date, then reads. Others may read, and wait when they want to write.
   *
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be used
   * @throws SQLException as the work threw it, if it is another database's
   */
  public static <T> T read(Path file, Work<T> work) throws SQLException, RelyingPartyException {
    SqliteStore.open(file, SqliteStore.PATIENCE).close();
    try (Connection connection = SqliteConnection.open(file, SqliteStore.PATIENCE);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        return work.with(connection);
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLiteException e) {
      throw SqliteFailure.of(e, file);
    }
  }
}
