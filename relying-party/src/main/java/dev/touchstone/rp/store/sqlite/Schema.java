package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.store.jdbc.HelpDeskMigration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/**
 * Brings the tables up to date. Each migration writes its number into {@code PRAGMA user_version},
 * so that Flyway, which takes longer to start than a whole command of ours may, is asked only when
 * there is something to do.
 */
final class Schema {

  /** The number of the last migration. */
  static final int VERSION = 13;

  /** Marks the file as ours; the first migration writes it. */
  static final int APPLICATION_ID = 0x746f7563;

  private Schema() {}

  static void bringUpToDate(Connection connection, Path file, Duration patience)
      throws SQLException, StoreUnavailable {
    int version = pragma(connection, "user_version");
    if (version == 0) {
      refuseForeign(connection, file);
    } else if (pragma(connection, "application_id") != APPLICATION_ID) {
      throw new StoreUnavailable(Reason.DAMAGED, file, null);
    }
    if (version > VERSION) {
      throw new StoreUnavailable(Reason.NEWER_PROGRAM, file, null);
    }
    if (version < VERSION) {
      migrate(file, patience);
    }
  }

  /**
   * Only one process may migrate, and SQLite has no lock that lasts over the several transactions
   * that Flyway makes. Whoever waited finds nothing left to do.
   */
  private static void migrate(Path file, Duration patience) throws SQLException, StoreUnavailable {
    try (PreparationLock _ = PreparationLock.on(file)) {
      runFlyway(file, patience);
    }
  }

  private static void runFlyway(Path file, Duration patience) {
    SQLiteDataSource source = new SQLiteDataSource(SqliteConnection.config(patience));
    source.setUrl(SqliteConnection.url(file));
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:dev/touchstone/rp/store/sqlite")
        .javaMigrations(new HelpDeskMigration("/dev/touchstone/rp/store/sqlite/help-desk.sql"))
        .load()
        .migrate();
  }

  /** An SQLite file that has tables but not our mark belongs to another program. */
  private static void refuseForeign(Connection connection, Path file)
      throws SQLException, StoreUnavailable {
    boolean marked = pragma(connection, "application_id") == APPLICATION_ID;
    String foreign =
        "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'flyway%' AND type = 'table'";
    if (!marked && number(connection, foreign) > 0) {
      throw new StoreUnavailable(Reason.DAMAGED, file, null);
    }
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    return number(connection, "PRAGMA " + name);
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getInt(1);
    }
  }
}
