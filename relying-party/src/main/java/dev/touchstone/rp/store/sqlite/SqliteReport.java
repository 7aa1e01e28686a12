package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.store.DatabaseReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** Looks at a whole SQLite file, reading only. */
public final class SqliteReport {

  private static final String TABLES =
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE 'flyway%'
      ORDER BY name
      """;

  private SqliteReport() {}

  /**
   * Looks; in a large file that takes a while.
   *
   * @param file is there
   * @throws StoreUnavailable if it cannot be read at all
   */
  public static DatabaseReport of(Path file) throws StoreUnavailable {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(Math.toIntExact(SqliteStore.PATIENCE.toMillis()));
    DatabaseHealth health = DatabaseHealth.of(file);
    try (Connection connection = config.createConnection(SqliteConnection.url(file))) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("journal", first(connection, "PRAGMA journal_mode"));
      facts.put("SQLite", first(connection, "SELECT sqlite_version()"));
      return new DatabaseReport(
          health.schema(),
          health.newest(),
          number(connection, "PRAGMA page_count") * number(connection, "PRAGMA page_size"),
          health.damage().isEmpty() ? rows(connection) : Map.of(),
          health.damage(),
          facts);
    } catch (SQLException e) {
      throw SqliteFailure.of(e, file);
    }
  }

  static Map<String, Long> rows(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : tables) {
      rows.put(table, number(connection, "SELECT count(*) FROM \"%s\"".formatted(table)));
    }
    return rows;
  }

  private static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(first(connection, query));
  }

  static String first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }
}
