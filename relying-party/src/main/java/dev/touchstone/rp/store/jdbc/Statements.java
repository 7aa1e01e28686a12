package dev.touchstone.rp.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The few statements that every sign-in runs, prepared once for as long as the connection lives: to
 * parse them anew each time would take longer than to run them. Everything else goes through Jdbi.
 */
public final class Statements implements AutoCloseable {

  /** Reads a row of a result. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Handle handle;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** Statements on this connection, by one thread at a time. */
  public Statements(Handle handle) {
    this.handle = handle;
  }

  Handle handle() {
    return handle;
  }

  /** Runs a statement that changes rows, and tells how many. */
  public int update(String sql, @Nullable Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Runs a query that finds one row or none. */
  <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Runs a query that finds any number of rows. */
  <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = handle.getConnection().prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** As Jdbi would throw it, so that a store handles one kind of failure. */
  private static final class StatementFailed extends JdbiException {
    StatementFailed(String sql, SQLException cause) {
      super("%s [%s]".formatted(cause.getMessage(), sql.strip()), cause);
    }
  }

  /** SQLite's driver does not run a statement again that failed, as COMMIT does on a full disk. */
  private JdbiException failed(String sql, SQLException e) {
    PreparedStatement statement = prepared.remove(sql);
    if (statement != null) {
      close(statement);
    }
    return new StatementFailed(sql, e);
  }

  @Override
  public void close() {
    prepared.values().forEach(Statements::close);
    prepared.clear();
  }

  private static void close(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException e) {
      // the connection takes it along when it is closed
    }
  }
}
