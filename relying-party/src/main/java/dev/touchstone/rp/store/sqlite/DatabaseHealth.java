package dev.touchstone.rp.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/**
 * What can be told of a database file without changing it.
 *
 * @param schema the number of its last migration
 * @param newest the number that this program knows
 * @param damage what SQLite finds wrong with it, or why it cannot be read; empty if nothing
 */
public record DatabaseHealth(int schema, int newest, String damage) {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * Looks, reading only.
   *
   * @param file is there
   */
  public static DatabaseHealth of(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
    try (Connection connection = config.createConnection(SqliteConnection.url(file))) {
      int schema = Integer.parseInt(first(connection, "PRAGMA user_version"));
      int owner = Integer.parseInt(first(connection, "PRAGMA application_id"));
      String verdict = first(connection, "PRAGMA quick_check(1)");
      String damage = verdict.equals("ok") ? "" : verdict;
      if (schema > 0 && owner != Schema.APPLICATION_ID) {
        damage = "it belongs to another program";
      }
      return new DatabaseHealth(schema, Schema.VERSION, damage);
    } catch (SQLException e) {
      return new DatabaseHealth(0, Schema.VERSION, String.valueOf(e.getMessage()));
    }
  }

  private static String first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getString(1);
    }
  }
}
