package dev.touchstone.rp.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** One connection, for work that no record port has. */
public final class PostgresConnection {

  private PostgresConnection() {}

  /** Something to do with the database. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException, RelyingPartyException;
  }

  /**
   * Brings the tables up to date, then does it in one transaction: wholly, or when it throws not at
   * all.
   *
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be used
   */
  public static <T> T use(PostgresDatabase database, Work<T> work) throws RelyingPartyException {
    try (HikariDataSource source = PostgresPool.open(database, 2, PostgresStore.PATIENCE)) {
      PostgresSchema.bringUpToDate(Jdbi.create(source), source, database.address());
      try (Connection connection = source.getConnection()) {
        connection.setAutoCommit(false);
        T result = work.with(connection);
        connection.commit();
        return result;
      }
    } catch (SQLException | JdbiException | FlywayException e) {
      throw PostgresFailure.of(e, database.address());
    }
  }
}
