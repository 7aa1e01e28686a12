package dev.touchstone.rp.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabaseReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Looks at a PostgreSQL database, reading only. */
public final class PostgresReport {

  private static final String TABLES =
      """
      SELECT relname FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
        AND relpersistence = 'p' -- what is unlogged is no record
        AND relname NOT LIKE '%schema_history'
      ORDER BY relname
      """;

  private static final String TLS =
      """
      SELECT CASE WHEN ssl THEN version || ' ' || cipher ELSE 'none' END
      FROM pg_stat_ssl WHERE pid = pg_backend_pid()
      """;

  private PostgresReport() {}

  /**
   * Looks.
   *
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be reached
   */
  public static DatabaseReport of(PostgresDatabase database) throws RelyingPartyException {
    try (HikariDataSource source = PostgresPool.open(database, 1, PostgresStore.PATIENCE)) {
      return Jdbi.create(source)
          .inTransaction(handle -> {
            handle.execute("SET TRANSACTION READ ONLY");
            return of(handle);
          });
    } catch (JdbiException e) {
      throw PostgresFailure.of(e, database.address());
    }
  }

  private static DatabaseReport of(Handle handle) {
    int version = PostgresSchema.version(handle);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("PostgreSQL", text(handle, "SHOW server_version"));
    facts.put("TLS", text(handle, TLS));
    facts.put(
        "standby", text(handle, "SELECT CASE WHEN pg_is_in_recovery() THEN 'yes' ELSE 'no' END"));
    facts.put("durable", text(handle, "SHOW synchronous_commit"));
    return new DatabaseReport(
        Math.max(version, 0),
        PostgresSchema.VERSION,
        handle.createQuery("SELECT pg_database_size(current_database())").mapTo(long.class).one(),
        version > 0 ? rows(handle) : Map.of(),
        version < 0 ? "it holds tables of another program" : "",
        facts);
  }

  private static Map<String, Long> rows(Handle handle) {
    Map<String, Long> rows = new LinkedHashMap<>();
    List<String> tables = handle.createQuery(TABLES).mapTo(String.class).list();
    for (String table : tables) {
      rows.put(
          table,
          handle
              .createQuery("SELECT count(*) FROM \"%s\"".formatted(table))
              .mapTo(long.class)
              .one());
    }
    return rows;
  }

  private static String text(Handle handle, String query) {
    return handle.createQuery(query).mapTo(String.class).findOne().orElse("");
  }
}
